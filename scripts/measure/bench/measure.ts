/** Runs a process and measures it with all its descendants. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a stage cost. */
export interface Cost {
  stage: string;
  /** Wall seconds. */
  wall: number;
  /** CPU seconds of the process and of those it started. */
  cpu: number;
  /** Peak resident memory of the largest process, bytes. */
  largest: number;
  /** Peak resident memory of the whole tree, bytes (sampled every 100 ms). */
  tree: number;
  /** What the stage said it made. */
  said: string;
}

/** Resident bytes of a process and of its descendants, one by one (Linux); empty where it cannot be told. */
function residentTree(root: number): number[] {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        parents.set(Number(name), Number(fields[1]));
        resident.set(Number(name), Number(fields[21]) * 4096);
      } catch {
        // ended in the meantime
      }
    }
  } catch {
    return [];
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && belongs(parents.get(pid) as number));
  return [...resident].filter(([pid]) => belongs(pid)).map(([, bytes]) => bytes);
}

/** What a command cost, and what it printed. */
export interface Run {
  /** Wall seconds. */
  wall: number;
  /** Peak resident memory of the largest process and of the whole tree, bytes. */
  largest: number;
  tree: number;
  output: string;
}

/**
 * Runs a command and watches it and its descendants.
 * @throws when it fails, with what it printed.
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(command, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  let tree = 0;
  let largest = 0;
  const sampling = setInterval(() => {
    const bytes = residentTree(child.pid as number);
    const sum = bytes.reduce((all, each) => all + each, 0);
    tree = Math.max(tree, sum);
    largest = Math.max(largest, ...bytes);
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
  return { wall: (performance.now() - start) / 1000, largest, tree, output };
}

/**
 * Runs one stage in a process of its own.
 * @throws when it fails, with what it printed.
 */
export async function measureStage(
  stage: string,
  siteDir: string,
  env: NodeJS.ProcessEnv,
): Promise<Cost> {
  const result = path.join(tmpdir(), `stage-${process.pid}.json`);
  const script = path.join(import.meta.dirname, 'stage.ts');
  const { wall, largest, tree } = await measureCommand(
    process.execPath,
    [script, stage, siteDir, result],
    { env },
  );
  const { said, cpu, rss } = JSON.parse(readFileSync(result, 'utf8')) as {
    said: string;
    cpu: number;
    rss: number;
  };
  rmSync(result);
  return { stage, wall, cpu, largest: Math.max(largest, rss), tree: Math.max(tree, rss), said };
}

/** Files and bytes below a folder. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    files: files.length,
    bytes: files.reduce(
      (sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size,
      0,
    ),
  };
}
