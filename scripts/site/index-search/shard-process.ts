/** Runs `build-shard.ts` in processes of their own, at most as many at a time as there are cores. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface ShardTask {
  /** Where the bundle is written; it does not exist yet. */
  folder: string;
  /** Open data of the reports to index, in order. None makes the empty root bundle with Pagefind's program. */
  files: string[];
  /** Frequent terms, folded. */
  terms: string[];
  /** Changed when two records of the site got the same id by chance. */
  salt: number;
}

/** What a shard's process tells before it ends without success, as far as an error can be sent. */
export interface ShardFailure {
  message: string;
  code: string | undefined;
  path: string | undefined;
}

const script = fileURLToPath(new URL('./build-shard.ts', import.meta.url));

/** Bytes a query costs depend on this most: smaller chunks of the index, fewer bytes, more files. */
const chunkSize = '5000';

function runTask(task: ShardTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(script, {
      env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: chunkSize },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let cause: Error | undefined;
    child.once('error', reject);
    child.once('message', (failure) => {
      cause = Object.assign(new Error(), failure);
    });
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`检索索引分片未能建成：${task.folder}`, { cause })),
    );
    child.send(task);
  });
}

/** @throws when one of them fails, once all that were begun have ended. */
export async function runTasks(tasks: ShardTask[]): Promise<void> {
  // The longest first, so that cores are busy to the end.
  const queue = tasks.toSorted((a, b) => b.files.length - a.files.length);
  const lane = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await runTask(task);
  };
  const lanes = await Promise.allSettled(Array.from({ length: availableParallelism() }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
