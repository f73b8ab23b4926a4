/**
 * Preloaded into a command (`node --import`): kills it and all it has started when it is about to change the disk
 * for the `KILL_AT`th time, a file half written where it writes one. Without `KILL_AT`, and when the command gets to
 * its end, `KILL_COUNT` receives how many changes the process made. `KILL_ON` kills at the first change whose arguments hold the text.
 */
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env['KILL_AT'] ?? Number.POSITIVE_INFINITY);
const on = process.env['KILL_ON'];
const changes = [
  ...['writeFile', 'appendFile', 'rename', 'mkdir', 'rm', 'unlink', 'cp', 'copyFile', 'symlink'],
  ...['link', 'rmdir', 'open', 'truncate'],
];
let count = 0;

function die(): never {
  // The whole group: the command, its threads and every process it started.
  process.kill(0, 'SIGKILL');
  for (;;);
}

/** Half of what would have been written, so that a file is cut short. */
function writeHalf(name: string, [target, data]: unknown[]): void {
  if (!name.startsWith('writeFile') || typeof target !== 'string') return;
  if (typeof data === 'string' || data instanceof Uint8Array)
    realWrite(target, data.slice(0, data.length / 2));
}

const realWrite = fs.writeFileSync.bind(fs);

function watch(place: Record<string, unknown>, name: string): void {
  const real = place[name];
  if (typeof real !== 'function') return;
  place[name] = Object.assign(function (this: unknown, ...args: unknown[]) {
    const reads = name.startsWith('open') && !/[wa+]/u.test(String(args[1] ?? 'r'));
    if (!reads) count += 1;
    const meant = on !== undefined && `${name} ${args.join(' ')}`.includes(on);
    if (!reads && (count === at || meant)) {
      writeHalf(name, args);
      die();
    }
    return Reflect.apply(real, this, args);
  }, real);
}

for (const change of changes) {
  watch(fs as never, change);
  watch(fs as never, `${change}Sync`);
  watch(fs.promises as never, change);
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env['KILL_COUNT']) appendFileSync(process.env['KILL_COUNT'], `${count}\n`);
});
