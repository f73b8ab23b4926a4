/** Links in the folder of a report lead nowhere: what they point to is no version, no original and no source. */
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openCollection } from '../../src/collection/files.ts';
import { originalOf } from '../../src/collection/originals.ts';
import { compareVersion, versionFile, versionsOf } from '../../src/collection/versions.ts';
import { temporaryFolder } from '../folder.ts';
import { own } from '../own.ts';

const folder = temporaryFolder('links');
const collection = openCollection({ ...own.place, contentDir: folder });

const outside = path.join(folder, 'outside');
mkdirSync(path.join(outside, 'versions'), { recursive: true });
for (const name of ['source.txt', 'original.pdf', 'versions/2021-01-01.txt'])
  writeFileSync(path.join(outside, name), '秘密');

/** A report that has one former version of its own. */
function report(id: string): string {
  const report = path.join(folder, 'sources', id);
  mkdirSync(path.join(report, 'versions'), { recursive: true });
  writeFileSync(path.join(report, 'source.txt'), '正文');
  writeFileSync(path.join(report, 'versions/2022-01-01.txt'), '旧文');
  return report;
}

it('in place of a version or an original are none', () => {
  const place = report('110101-2020');
  symlinkSync(path.join(outside, 'source.txt'), path.join(place, 'versions/2023-01-01.txt'));
  symlinkSync(path.join(outside, 'original.pdf'), path.join(place, 'original.pdf'));
  expect(collection.sourceFiles('110101-2020')).toEqual(['source.txt', 'versions/2022-01-01.txt']);
  expect(versionsOf(collection, '110101-2020')).toEqual(['2022-01-01']);
  expect(originalOf(collection, '110101-2020')).toBeUndefined();
});

it('in place of a folder are not followed', () => {
  const place = report('110101-2021');
  renameSync(path.join(place, 'versions'), path.join(place, 'former'));
  symlinkSync(path.join(outside, 'versions'), path.join(place, 'versions'));
  expect(versionsOf(collection, '110101-2021')).toEqual([]);
  symlinkSync(outside, path.join(folder, 'sources/110101-2022'));
  expect(collection.sourceFiles('110101-2022')).toEqual([]);
});

it('that take the place of a version already listed are not read', () => {
  const place = report('110101-2023');
  const version = path.join(place, 'versions/2022-01-01.txt');
  expect(compareVersion(collection, '110101-2023', '2022-01-01').flat()).not.toEqual([]);
  renameSync(version, `${version}.bak`);
  symlinkSync(path.join(outside, 'source.txt'), version);
  expect(() => compareVersion(collection, '110101-2023', '2022-01-01')).toThrow('它是链接');
  expect(() => versionFile(collection, '110101-2023', '2022-01-01')).toThrow('它是链接');
});
