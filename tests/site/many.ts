/** A collection of many reports, made from two of the real ones: for lists in pages, and for bodies with several years. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';
import { knowledge } from '../own.ts';

const source = (id: string) =>
  readFileSync(path.join(programDir, 'content/sources', id, 'source.txt'), 'utf8');

/** Counties of Qinghai that report in {@link countyYears}. */
export const counties = knowledge.regions
  .all()
  .filter(({ code, level, until }) => code.startsWith('63') && level === 'county' && !until)
  .slice(0, 36)
  .map(({ code, name }) => ({ code, name }));
export const countyYears = [2018, 2020];

/** Original files that two of the sources were taken from, byte for byte; the page would do harm if a browser ran it. */
export const originals = {
  '632800-2020': { name: 'original.DOCX', bytes: Buffer.from([80, 75, 3, 4, 0, 255, 13, 10]) },
  '632800-2021': {
    name: 'original.html',
    bytes: Buffer.from('<!doctype html><script>document.title = "ran"</script>\xa0'),
  },
};

/** Where the report of 海西州 of 2021 was published. */
export const officialPage = 'https://www.haixi.example/2021.html';

/** A report whose title and text hold controls of the writing direction. */
export const misleading = {
  id: `${counties[1]?.code}-2018`,
  title: `${counties[1]?.name}2018年度\u202e法治\u202c政府建设报告`,
  /** Begins and stays a sentence of its own. */
  words: '全盟\u202e共有一二三四\u202c部门',
};

/** The themes of this repository and one more, of which no report speaks. */
const addedTheme = '  - slug: added\n    name: 另加的主题\n    cues: [没有一份报告用到的词]\n';

/** A report that was corrected, and whose address `s1-k9` has become `s1-k7`. */
export const revised = {
  id: `${counties[2]?.code}-2020`,
  version: '2022-03-01',
  redirects: { 's1-k9': 's1-k7' },
  /** The former text of a source. */
  former: (text: string) => text.replace('183件', '138件').replace('坚持统筹推进', '统筹推进'),
};

/** Writes the collection: 海西州 of 2020 and 2021, the latter nearly the same, the counties, and a theme more. */
export function writeManyReports(contentDir: string): void {
  const write = (id: string, text: string, annotation: object) => {
    const folder = path.join(contentDir, 'sources', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'source.txt'), text);
    writeFileSync(path.join(folder, 'report.yaml'), JSON.stringify(annotation));
  };
  const haixi = source('632800-2020');
  write('632800-2020', haixi, {});
  const nextYear = haixi.replaceAll('2021', '2022').replaceAll('2020', '2021');
  write('632800-2021', nextYear.replaceAll('行政复议案件27件', '行政复议案件31件'), {
    url: officialPage,
  });
  const [misled = ''] = misleading.id.split('-');
  mkdirSync(path.join(contentDir, 'sources/632800-2021/versions'));
  writeFileSync(
    path.join(contentDir, 'sources/632800-2021/versions/2022-06-01.txt'),
    nextYear.replaceAll('行政复议案件27件', '行政复议案件30件'),
  );
  for (const [id, { name, bytes }] of Object.entries(originals))
    writeFileSync(path.join(contentDir, 'sources', id, name), bytes);
  for (const { code, name } of counties)
    for (const year of countyYears) {
      const id = `${code}-${year}`;
      write(id, source('152200-2021').replaceAll('2021', String(year)), {
        region: code,
        year,
        title: `${name}${year}年度法治政府建设报告`,
        issuer: `${name}人民政府`,
        ...(id === revised.id && { redirects: revised.redirects }),
      });
    }
  const themes = readFileSync(path.join(programDir, 'content/themes.yaml'), 'utf8');
  writeFileSync(path.join(contentDir, 'themes.yaml'), themes.replace(/^(?=parts:)/mu, addedTheme));
  const folder = path.join(contentDir, 'sources', revised.id);
  const present = readFileSync(path.join(folder, 'source.txt'), 'utf8');
  mkdirSync(path.join(folder, 'versions'));
  writeFileSync(path.join(folder, `versions/${revised.version}.txt`), revised.former(present));
  write(
    misleading.id,
    source('152200-2021').replaceAll('2021', '2018').replace('。', `。${misleading.words}。`),
    { region: misled, year: 2018, title: misleading.title, issuer: `${counties[1]?.name}人民政府` },
  );
}
