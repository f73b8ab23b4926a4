/** Builds the same collection with other generators that are installed: plain pages with a default search index. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import { measureCommand, type Run } from './measure.ts';
import {
  writeEleventySite,
  writeHugoSite,
  writeStarlightSite,
  writeVitePressSite,
} from './peer-sites.ts';

export interface PeerCost {
  name: string;
  /** Wall seconds of generator and search index together. */
  wall: number;
  /** Peak resident memory of the largest process, bytes; 0 where it cannot be told. */
  largest: number;
}

interface Peer {
  name: string;
  write: (contentDir: string, site: string) => void;
  /** Package and its command; Hugo is a command of the system. */
  command: { package: string; bin: string } | 'hugo';
  args: string[];
  /** Whether Pagefind is run over its pages; others index by themselves. */
  pagefind: boolean;
}

const peers: Peer[] = [
  {
    name: 'Hugo + Pagefind',
    write: writeHugoSite,
    command: 'hugo',
    args: ['--quiet'],
    pagefind: true,
  },
  {
    name: 'Eleventy + Pagefind',
    write: writeEleventySite,
    command: { package: '@11ty/eleventy', bin: 'cmd.cjs' },
    args: ['--quiet'],
    pagefind: true,
  },
  {
    name: 'Starlight',
    write: writeStarlightSite,
    command: { package: '@astrojs/starlight', bin: '../../astro/bin/astro.mjs' },
    args: ['build', '--silent'],
    pagefind: false,
  },
  {
    name: 'VitePress',
    write: writeVitePressSite,
    command: { package: 'vitepress', bin: 'bin/vitepress.js' },
    args: ['build'],
    pagefind: false,
  },
];

/** The command of a peer and its first arguments; `undefined` where it is not installed. */
function commandOf({ command }: Peer, packages: string): string[] | undefined {
  if (command === 'hugo') return spawnSync('hugo', ['version']).status === 0 ? ['hugo'] : undefined;
  const folder = path.join(packages, 'node_modules', command.package);
  return existsSync(folder) ? [process.execPath, path.join(folder, command.bin)] : undefined;
}

async function measure(peer: Peer, site: string, [command = '', ...first]: string[]) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const runs: Run[] = [await measureCommand(command, [...first, ...peer.args], { cwd: site, env })];
  if (peer.pagefind) {
    const pagefind = path.join(programDir, 'node_modules/.bin/pagefind');
    const args = [pagefind, '--site', 'public', '--quiet'];
    runs.push(await measureCommand(process.execPath, args, { cwd: site }));
  }
  return {
    name: peer.name,
    wall: runs.reduce((sum, { wall }) => sum + wall, 0),
    largest: Math.max(...runs.map(({ largest }) => largest)),
  };
}

/**
 * Measures the peers that this machine has, each with its own defaults.
 * @param packages folder in whose `node_modules` the peers written in JavaScript are installed
 */
export async function measurePeers(
  contentDir: string,
  folder: string,
  packages: string,
): Promise<PeerCost[]> {
  const costs: PeerCost[] = [];
  for (const peer of peers) {
    const command = commandOf(peer, packages);
    if (!command) continue;
    // Those of JavaScript find their packages above their site.
    const place = peer.command === 'hugo' ? folder : packages;
    const site = path.join(place, `peer-${peer.name.split(' ')[0]?.toLowerCase()}`);
    peer.write(contentDir, site);
    costs.push(await measure(peer, site, command));
    console.log(`      ${peer.name}：${costs.at(-1)?.wall.toFixed(1)} 秒`);
  }
  return costs;
}
