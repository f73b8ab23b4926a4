/**
 * `npm run check:nginx`: serves the built site by a real nginx with the configuration of the recipe, and holds what it
 * answers against what the recipe promises. Needs nginx on the machine; run by hand after a change to the recipe.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../../src/collection/settings.ts';
import { securityHeaders } from '../../src/security/policy.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { lasting } from '../site/hosts/host-files.ts';
import { nginxConfig } from '../site/hosts/nginx-config.ts';
import { hostPlace } from '../site/manifest/place.ts';
import { type Finding, verifySite } from '../site/manifest/verify-site.ts';

const port = 18_080;
const origin = `http://127.0.0.1:${port}`;

/** Writes a whole configuration around that of the site, in a folder that nginx may write to. */
function writeSettings({ basePath, outDir }: Settings, folder: string): string {
  const site = path.join(folder, 'site');
  symlinkSync(outDir, site);
  mkdirSync(path.join(folder, 'tmp'));
  writeFileSync(path.join(folder, 'site.conf'), nginxConfig({ root: site, base: basePath, port }));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${user} daemon off; pid ${folder}/nginx.pid; error_log stderr crit; events {}\n` +
      `http { access_log off; ${own.join(' ')} include ${folder}/site.conf; }\n`,
  );
  return file;
}

/** Address, what is expected of the answer, and whether it is so. */
type Check = [address: string, what: string, holds: (response: Response) => boolean];

function checks({ basePath, outDir }: Settings): Check[] {
  const has = (name: string, value: string) => (response: Response) =>
    response.headers.get(name) === value;
  const [asset] = readdirSync(path.join(outDir, '_astro'));
  const shard = readdirSync(path.join(outDir, 'pagefind')).find((name) =>
    /\.[0-9a-f]{12}$/u.test(name),
  );
  const wasm = readdirSync(path.join(outDir, 'pagefind')).find((name) => name.startsWith('wasm.'));
  return [
    ['', '200', ({ status }) => status === 200],
    ['', 'text/html; charset=utf-8', has('content-type', 'text/html; charset=utf-8')],
    ['', 'gzip', has('content-encoding', 'gzip')],
    ['', 'Cache-Control: no-cache', has('cache-control', 'no-cache')],
    ...securityHeaders().map(([name, value]): Check => ['', name, has(name, value)]),
    ...securityHeaders().map(([name, value]): Check => ['no/page/', name, has(name, value)]),
    [`_astro/${asset}`, lasting, has('cache-control', lasting)],
    [`pagefind/${shard}/pagefind-entry.json`, lasting, has('cache-control', lasting)],
    ['pagefind/search.json', 'no-cache', has('cache-control', 'no-cache')],
    ['pagefind/pagefind.js', 'no-cache', has('cache-control', 'no-cache')],
    ['pagefind/pagefind.js', 'javascript', has('content-type', 'text/javascript; charset=utf-8')],
    [`pagefind/${wasm}`, '200', ({ status }) => status === 200],
    ['data/reports.json', 'json', has('content-type', 'application/json; charset=utf-8')],
    ['about', '301', ({ status }) => status === 301],
    ['about', 'Location', has('location', `${basePath}about/`)],
    ['no/page/', '404', ({ status }) => status === 404],
    ['_headers', '404', ({ status }) => status === 404],
    ['.htaccess', '404', ({ status }) => status === 404],
    ['..%2fnginx.conf', '400/404', ({ status }) => status === 400 || status === 404],
  ];
}

/** @throws {CommandError} when nginx does not begin to answer */
async function untilAnswering(): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      return;
    await delay(100);
  }
  throw new CommandError('nginx 没有启动。');
}

async function checkAnswers(settings: Settings): Promise<string[]> {
  const { basePath } = settings;
  const wrong: string[] = [];
  for (const [address, what, holds] of checks(settings)) {
    const response = await fetch(origin + basePath + address, { redirect: 'manual' });
    await response.arrayBuffer();
    if (!holds(response)) wrong.push(`${basePath}${address}：应为 ${what}（${response.status}）`);
  }
  const findings: Finding[] = [];
  await verifySite(hostPlace(origin + basePath), (finding) => findings.push(finding));
  return [...wrong, ...findings.map(({ kind, path }) => `${kind} ${path}`)];
}

await defineCommand({
  name: 'check:nginx',
  about: '用真的 nginx 按方案发布网站，核对它的回应；本机须装有 nginx。',
  async run({ settings }) {
    if (spawnSync('nginx', ['-v']).error) throw new CommandError('本机没有 nginx。请安装后重试。');
    const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
    try {
      const file = writeSettings(settings, folder);
      const test = spawnSync('nginx', ['-t', '-c', file, '-p', folder], { encoding: 'utf8' });
      console.log(test.stderr.trim());
      if (test.status !== 0) throw new CommandError('nginx -t 未通过。');
      const nginx = spawn('nginx', ['-c', file, '-p', folder], { stdio: 'inherit' });
      try {
        await untilAnswering();
        const wrong = await checkAnswers(settings);
        if (wrong.length > 0) throw new CommandError(`与方案不符：\n${wrong.join('\n')}`);
        console.log('nginx 的回应与方案相符，全部文件与清单相符。');
      } finally {
        nginx.kill();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});
