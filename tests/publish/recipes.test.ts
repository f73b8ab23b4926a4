/** The recipes for hosts say what the project says: their files are those that the generators write. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nginxConfig } from '../../scripts/site/hosts/nginx-config.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { securityHeaders } from '../../src/security/policy.ts';

const read = (name: string) => readFileSync(path.join(programDir, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('nginx', () => {
  it('is configured as the generator does it', () => {
    expect(read('deploy/nginx.conf')).toBe(
      nginxConfig({ root: '/srv/site', base: '/', port: 8080 }),
    );
  });

  it('sends the security headers, and keeps for good only what changes its name', () => {
    const text = nginxConfig({ root: '/srv/a', base: '/法治/b/', port: 80 });
    for (const [name, value] of securityHeaders())
      expect(text).toContain(`add_header ${name} "${value}" always;`);
    const [, pattern] = /"~(\^[^"]+)" "public, max-age=31536000, immutable"/u.exec(text) ?? [];
    const lasting = new RegExp(pattern ?? '$.');
    for (const address of ['_astro/a.css', 'pagefind/2020-2021.128d2a6a0edb/index/a.pf_index'])
      expect(`/法治/b/${address}`).toMatch(lasting);
    for (const address of [
      '',
      'pagefind/pagefind.js',
      'pagefind/search.json',
      'reports/1/',
      'x_astro/a',
    ])
      expect(`/法治/b/${address}`).not.toMatch(lasting);
    expect('/_astro/a.css').not.toMatch(lasting);
  });
});

describe('every recipe', () => {
  const files = ['.github/workflows/pages.yml', 'deploy/Containerfile', 'docs/publishing.md'];

  it.each(files)('%s runs commands and names files that there are', (name) => {
    const text = read(name);
    const commands = [...text.matchAll(/npm run ([a-z:]+)/gu)].map(([, command]) => command);
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) expect(scripts).toHaveProperty([command as string]);
    for (const [file] of text.matchAll(
      /\b(?:deploy|scripts|src)\/[\w./-]+\.(?:sh|conf|ts|cjs)\b/gu,
    ))
      expect(existsSync(path.join(programDir, file)), file).toBe(true);
  });

  it('builds for the path and origin of GitHub Pages, and verifies before it publishes', () => {
    const { jobs } = parse(read('.github/workflows/pages.yml'));
    const steps = jobs.build.steps as { run?: string; env?: object; with?: { path?: string } }[];
    const build = steps.findIndex(({ run }) => run === 'npm run build');
    expect(steps[build]?.env).toEqual({
      BASE_PATH: '$'.concat('{{ steps.pages.outputs.base_path }}'),
      SITE_URL: '$'.concat('{{ steps.pages.outputs.origin }}'),
    });
    expect(steps[build + 1]?.run).toBe('npm run verify');
    expect(steps[build + 2]?.with?.path).toBe('dist');
  });
});
