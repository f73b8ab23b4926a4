'use strict';
// Serves the folder "site" beside this file. Node 16 or later, nothing else; no connection to the internet.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const site = path.join(__dirname, 'site');
const { base, headers, types } = JSON.parse(
  fs.readFileSync(path.join(__dirname, 'serve.json'), 'utf8'),
);

/** The file an address stands for, none outside the site; or where to look instead. */
function find(pathname) {
  if (base !== '/' && (pathname === '/' || pathname === base.slice(0, -1))) return { moved: base };
  if (!pathname.startsWith(base) || /[\0\\:]/.test(pathname)) return {};
  const file = path.join(site, pathname.slice(base.length));
  if (file !== site && !file.startsWith(site + path.sep)) return {};
  const stats = fs.existsSync(file) ? fs.statSync(file) : undefined;
  if (stats?.isFile()) return { file };
  if (!stats) return {};
  if (!pathname.endsWith('/')) return { moved: `${pathname}/` };
  const index = path.join(file, 'index.html');
  return fs.existsSync(index) ? { file: index } : {};
}

function answer(request, response) {
  for (const [name, value] of headers) response.setHeader(name, value);
  let pathname;
  try {
    pathname = decodeURIComponent(request.url.replace(/[?#].*$/, ''));
  } catch (_) {
    return response.writeHead(400).end();
  }
  const { file, moved } = find(pathname);
  if (moved) return response.writeHead(301, { Location: encodeURI(moved) }).end();
  const shown = file || path.join(site, '404.html');
  const type = types[path.extname(shown).toLowerCase()] || 'application/octet-stream';
  response.writeHead(file ? 200 : 404, {
    'Content-Type': type,
    'Content-Length': fs.statSync(shown).size,
  });
  if (request.method === 'HEAD') response.end();
  else fs.createReadStream(shown).pipe(response);
}

const first = Number(process.argv[2] || 8000);
const host = process.argv[3] || '127.0.0.1';
let port = first;
const server = http.createServer(answer);
server.on('error', (error) => {
  port += 1;
  if (error.code === 'EADDRINUSE' && port < first + 10) return server.listen(port, host);
  console.error(`端口 ${first} 无法使用，请另指定一个，例如：node serve.cjs 9000`);
  process.exit(1);
});
server.on('listening', () => {
  const shown = host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host;
  console.log(`请用浏览器打开：http://${shown}:${server.address().port}${base}`);
  console.log('按 Ctrl-C 停止。');
});
server.listen(port, host);
