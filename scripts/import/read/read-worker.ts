/** The thread of `read-safely.ts`: reads one file after the other. */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import { readDocument } from './read-document.ts';
import type { Answer } from './read-safely.ts';

async function answer(bytes: Uint8Array, file: string): Promise<Answer> {
  try {
    return { document: await readDocument(bytes, file) };
  } catch (error) {
    if (error instanceof Refusal) return { rule: error.rule, values: error.values };
    // The stack of calls is at its end: a document nested deeper than any person writes.
    if (error instanceof RangeError)
      return { rule: 'import-too-costly', values: { limit: '嵌套层数' } };
    return { fault: (error as Error).message };
  }
}

parentPort?.on('message', ({ bytes, file }: { bytes: Uint8Array; file: string }) => {
  answer(bytes, file).then((result) => parentPort?.postMessage(result));
});
