'use strict';
// Gives a command the heap that large collections need. Node's own limit is a fourth of the memory, at most 4 GiB.

const { spawn } = require('node:child_process');
const os = require('node:os');
const v8 = require('node:v8');

/** Megabytes with which 10,000 reports are built. */
const enough = 4096;

/** Megabytes the heap should have and has not; 0 where it is large enough or somebody has set it. */
function missingHeap() {
  const set = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
  if (/max.old.space.size/.test(set)) return 0;
  // In a container the machine's memory is not what there is.
  const memory = Math.min(os.totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY);
  const wanted = Math.min(enough, Math.floor((0.6 * memory) / 2 ** 20));
  return wanted > v8.getHeapStatistics().heap_size_limit / 2 ** 20 ? wanted : 0;
}

/** Runs Node again with a heap of so many megabytes; ends as the process it started does. */
function runWithHeap(megabytes, args) {
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // A terminal sends its signal to both.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + os.constants.signals[signal];
  });
}

// Started by the above: without the process that was asked for, nobody waits for this one.
if (process.channel && process.execArgv.some((flag) => flag.startsWith('--max-old-space-size'))) {
  process.once('disconnect', () => process.exit(1));
  process.channel.unref();
}

module.exports = { missingHeap, runWithHeap };
