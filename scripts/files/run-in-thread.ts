/** Work that takes a core of its own. */
import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread.
 * @param module which finds `data` as its `workerData`, and posts one message
 * @returns the message
 * @throws what the module throws
 */
export function runInThread<Result>(module: URL, data: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: data });
    worker.once('message', resolve);
    worker.once('error', reject);
    // Without effect where the message has come.
    worker.once('exit', (code) => reject(new Error(`${module.pathname} ended with ${code}`)));
  });
}
