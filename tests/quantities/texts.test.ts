/** Texts without labels: what `npm run accuracy -- --texts` says of a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readTexts, textsReport } from '../../scripts/measure/accuracy/texts.ts';
import { temporaryFolder } from '../folder.ts';
import { knowledge } from '../own.ts';

it('lists every difference of the texts in a folder, and what could not be read', async () => {
  const folder = temporaryFolder('texts');
  mkdirSync(path.join(folder, 'b'));
  const report = (words: string) => `某市2023年法治政府建设报告\n一、主要成效\n${words}\n`;
  writeFileSync(path.join(folder, 'a.txt'), report('审查文件30件、合同27件，共计59件。'));
  writeFileSync(path.join(folder, 'b/b.txt'), report('审查文件30件、合同27件，共计57件。'));
  writeFileSync(path.join(folder, 'c.pdf'), '%PDF-1.4 damaged');
  const readings = await readTexts(folder, knowledge);
  expect(
    readings.map(({ name, checks, refused }) => [name, checks, refused === undefined]),
  ).toEqual([
    ['a.txt', 1, true],
    [path.join('b', 'b.txt'), 1, true],
    ['c.pdf', 0, false],
  ]);
  const words = textsReport(readings);
  expect(words).toContain('文本 3 篇');
  expect(words).toContain('读坏 0 篇，拒收 1 篇');
  expect(words).toContain('验算 2 处，其中与文中不同 1 处');
  expect(words).toContain('a.txt s1 sum 30+27=57，文中 59');
});
