'use strict';
// Entry of every npm script: `node scripts/run.cjs <command> [arguments]`.
// Plain CommonJS that any Node can read, so that an old Node gets a sentence instead of a stack trace.

const required = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < required[0] || (major === required[0] && minor < required[1])) {
  console.error(
    `本项目需要 Node ${required.join('.')} 或更高版本，当前运行的是 ${process.versions.node}（${process.execPath}）。\n` +
      '项目自带的 Node 由依赖包 node 安装：请执行 npm ci（不要加 --ignore-scripts），再用 npm run 运行本命令；\n' +
      '或自行安装较新的 Node：https://nodejs.org/',
  );
  process.exit(1);
}

const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

// What Node compiles is kept, here and in every process and thread that is started from here: an eighth of the work of a
// small build. Node ignores what it cannot read or write.
process.env.NODE_COMPILE_CACHE ??= path.join(__dirname, '../node_modules/.cache/node');
enableCompileCache();

const [command, ...rest] = process.argv.slice(2);

/** Commands whose memory grows with the collection. */
const heavy = ['build', 'start'];
const heap = heavy.includes(command) && require('./heap.cjs').missingHeap();
if (heap) require('./heap.cjs').runWithHeap(heap, [__filename, command, ...rest]);
else run();

function run() {
  const script = path.join(__dirname, 'commands', `${command}.ts`);
  process.argv = [process.argv[0], script, ...rest];
  // npm prints nothing of its own when a script sets the exit code and ends by itself.
  import(pathToFileURL(script).href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
