/**
 * Reads untrusted files in a thread of its own, within bounds of time and memory: what a document unfolds to, and how
 * long its parser takes, is known only when it is too late.
 */
import { Worker } from 'node:worker_threads';
import type { RuleId } from '../../convert/messages.ts';
import { megabytes, Refusal } from '../refusal.ts';
import type { ExtractedDocument } from './document.ts';

export interface Bounds {
  /** Milliseconds one file may take. */
  time: number;
  /** Bytes the program may grow by meanwhile. */
  memory: number;
}

/** The longest report known takes two seconds and 200 MB. */
export const usualBounds: Bounds = { time: 60_000, memory: 1024 ** 3 };

/** What the thread answers. */
export type Answer =
  | { document: ExtractedDocument }
  | { rule: RuleId; values: Record<string, string | number> }
  | { fault: string };

/** How often memory is looked at, in milliseconds. */
const look = 50;
let idle: Worker | undefined;

function startThread(): Worker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // A thread that reads what strangers wrote has no need to know the environment.
    env: {},
  });
  // Nobody waits for a thread that has nothing to do.
  worker.unref();
  return worker;
}

function answerOf(worker: Worker, request: object, { time, memory }: Bounds): Promise<Answer> {
  const before = process.memoryUsage.rss();
  return new Promise<Answer>((resolve, reject) => {
    const costly = (limit: string): Answer => ({ rule: 'import-too-costly', values: { limit } });
    const clock = setTimeout(() => end(costly(`时间（${time / 1000} 秒）`)), time);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory) end(costly(`内存（${megabytes(memory)}）`));
    }, look);
    const settle = () => {
      clearTimeout(clock);
      clearInterval(watch);
      worker.off('message', answered).off('error', failed);
    };
    const end = (answer: Answer) => {
      settle();
      worker.terminate().then(() => resolve(answer), reject);
    };
    const answered = (answer: Answer) => {
      settle();
      idle = worker;
      resolve(answer);
    };
    const failed = (error: NodeJS.ErrnoException) => {
      const exhausted = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(exhausted ? costly(`内存（${megabytes(memory)}）`) : { fault: error.message });
    };
    worker.on('message', answered).on('error', failed);
    worker.postMessage(request);
  });
}

/**
 * Takes the report out of a file, as `readDocument` does, within bounds.
 * @throws {Refusal} as `readDocument` does, and when the bounds are passed
 */
export async function readSafely(
  bytes: Uint8Array,
  file: string,
  bounds: Bounds = usualBounds,
): Promise<ExtractedDocument> {
  const worker = idle ?? startThread();
  idle = undefined;
  const answer = await answerOf(worker, { bytes, file }, bounds);
  if ('document' in answer) return answer.document;
  if ('rule' in answer) throw new Refusal(answer.rule, answer.values);
  throw new Error(answer.fault);
}
