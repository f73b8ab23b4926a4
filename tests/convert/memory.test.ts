/** What earlier conversions are remembered for, and what is never believed. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { convertCollection } from '../../scripts/convert/run.ts';
import { openCollection } from '../../src/collection/files.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { readSettings } from '../../src/collection/settings.ts';
import { temporaryFolder } from '../folder.ts';

let folder: string;
const reports = () => path.join(folder, 'reports');
const convert = () =>
  convertCollection(openCollection(readSettings({ CONTENT_DIR: folder }, programDir)));
const bytes = () =>
  Object.fromEntries(
    readdirSync(reports())
      .sort()
      .map((name) => [name, readFileSync(path.join(reports(), name), 'utf8')]),
  );

beforeEach(() => {
  folder = temporaryFolder('memory');
  for (const id of ['152200-2021', '632800-2020'])
    cpSync(path.join(programDir, 'content/sources', id), path.join(folder, 'sources', id), {
      recursive: true,
    });
});

it('says the same of a report that is not converted again', async () => {
  const first = await convert();
  expect(first.messages).toContain('number-inferred');
  const { converted, failed, messages, warnings } = first;
  expect(await convert()).toMatchObject({ converted, failed, messages, warnings });
});

it('converts again what was cut off, changed or lost, and after any change of source, annotation or catalogue', async () => {
  await convert();
  const clean = bytes();
  writeFileSync(
    path.join(reports(), '152200-2021.mdx'),
    (clean['152200-2021.mdx'] as string).slice(0, 500),
  );
  rmSync(path.join(reports(), '632800-2020.json'));
  await convert();
  expect(bytes()).toEqual(clean);

  writeFileSync(path.join(folder, 'sources/152200-2021/report.yaml'), 'title: 新题名\n');
  await convert();
  expect(bytes()['152200-2021.mdx']).toContain('新题名');

  const themes = readFileSync(path.join(programDir, 'content/themes.yaml'), 'utf8');
  writeFileSync(
    path.join(folder, 'themes.yaml'),
    themes.replaceAll('slug: enforcement', 'slug: renamed'),
  );
  await convert();
  expect(bytes()['152200-2021.json']).toContain('renamed');
  expect(bytes()['632800-2020.json']).toContain('renamed');
});

it('comes to the bytes of a clean conversion', async () => {
  await convert();
  writeFileSync(path.join(folder, 'sources/152200-2021/report.yaml'), 'issuer: 某机关\n');
  await convert();
  const grown = bytes();
  rmSync(reports(), { recursive: true });
  rmSync(path.join(folder, '.cache'), { recursive: true });
  await convert();
  expect(grown).toEqual(bytes());
});

it.each(['', '{', '[{"id":"152200-2021","converted":true}]', 'null'])(
  'does not stumble over a damaged memory: %s',
  async (content) => {
    await convert();
    const clean = bytes();
    mkdirSync(path.join(folder, '.cache'), { recursive: true });
    writeFileSync(path.join(folder, '.cache/convert.json'), content);
    rmSync(path.join(reports(), '152200-2021.mdx'));
    expect((await convert()).failed).toBe(0);
    expect(bytes()).toEqual(clean);
  },
);
