'use strict';
// Serves the folder "site" beside this file. Node 16 or later, nothing else; no connection to the internet.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const first = Number(process.argv[2] || 8000);
const host = process.argv[3] || '127.0.0.1';

async function main() {
  const { serveSite } = await import('./static-server.mjs');
  const settings = JSON.parse(readFileSync(path.join(__dirname, 'serve.json'), 'utf8'));
  const site = { ...settings, directory: path.join(__dirname, 'site') };
  const server = await serveSite(site, first, host);
  const shown = host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host;
  console.log(`请用浏览器打开：http://${shown}:${server.address().port}${site.base}`);
  console.log('按 Ctrl-C 停止。');
}

main().catch(() => {
  console.error(`端口 ${first} 无法使用，请另指定一个，例如：node serve.cjs 9000`);
  process.exit(1);
});
