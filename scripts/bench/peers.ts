/** Builds the same collection with other generators that are installed: plain pages with a default search index. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../src/settings.ts';

export interface PeerCost {
  name: string;
  /** Wall seconds of generator and search index together. */
  wall: number;
  /** Peak resident memory of the largest process, bytes; 0 where it cannot be told. */
  largest: number;
}

const installed = (command: string) => spawnSync(command, ['version']).status === 0;

/** Wall seconds and peak memory of a command. */
function time(command: string, args: string[], cwd: string): { wall: number; largest: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  return {
    wall: (performance.now() - start) / 1000,
    largest: Number(stderr.trim().split('\n').at(-1)) * 1024,
  };
}

/** A site for Hugo with the least it needs: a page a report, a list of all. */
function writeHugoSite(contentDir: string, site: string): void {
  rmSync(site, { recursive: true, force: true });
  for (const folder of ['content/reports', 'layouts/_default'])
    mkdirSync(path.join(site, folder), { recursive: true });
  writeFileSync(
    path.join(site, 'config.toml'),
    'baseURL = "/"\nlanguageCode = "zh-CN"\ntitle = "t"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
  );
  const page = (body: string) =>
    `<!doctype html><html lang="zh-CN"><head><title>{{ .Title }}</title></head><body><main data-pagefind-body>${body}</main></body></html>`;
  writeFileSync(
    path.join(site, 'layouts/_default/single.html'),
    page('<h1>{{ .Title }}</h1>{{ .Content }}'),
  );
  writeFileSync(
    path.join(site, 'layouts/_default/list.html'),
    page(
      '<ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
  );
  const sources = path.join(contentDir, 'sources');
  for (const id of readdirSync(sources)) {
    const [title, ...lines] = readFileSync(path.join(sources, id, 'source.txt'), 'utf8').split(
      '\n',
    );
    const body = lines
      .map((line) => (/^[一二三]、/u.test(line) ? `## ${line}` : line))
      .join('\n\n');
    writeFileSync(
      path.join(site, 'content/reports', `${id}.md`),
      `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`,
    );
  }
}

/** Measures the peers that this machine has, Hugo with Pagefind's own defaults. */
export async function measurePeers(contentDir: string, folder: string): Promise<PeerCost[]> {
  const peers: PeerCost[] = [];
  if (installed('hugo')) {
    const site = path.join(folder, 'peer-hugo');
    writeHugoSite(contentDir, site);
    const pages = time('hugo', ['--quiet'], site);
    const pagefind = path.join(programDir, 'node_modules/.bin/pagefind');
    const index = time(process.execPath, [pagefind, '--site', 'public', '--quiet'], site);
    peers.push({
      name: 'Hugo + Pagefind',
      wall: pages.wall + index.wall,
      largest: Math.max(pages.largest, index.largest),
    });
  }
  return peers;
}
