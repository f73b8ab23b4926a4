/** `npm run import`, run as people run it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programDir } from '../../src/collection/program-dir.ts';
import { buildDocx, paragraph } from './build-docx.ts';
import { portalPage } from './build-html.ts';
import { buildPdf, layOut } from './build-pdf.ts';
import { gbk, utf8 } from './encode.ts';
import { TestCollection } from './run.ts';
import { paragraphsOf, sample } from './texts.ts';

const real = path.join(programDir, 'content/sources');
const realIds = ['152200-2021', '330182-2020', '530102-2020', '620524-2020', '632800-2020'];
const report = sample('四川省绵阳市安州区', '我区', 2022, {
  signature: '绵阳市安州区人民政府',
  date: '2023年1月18日',
});

let collection: TestCollection;
let inbox: string;
beforeEach(() => {
  collection = new TestCollection();
  inbox = path.join(collection.folder, 'inbox');
  mkdirSync(inbox);
});

function put(name: string, bytes: Uint8Array | string): string {
  const file = path.join(inbox, name);
  writeFileSync(file, bytes);
  return file;
}
const source = (id: string, name = 'source.txt') => path.join(collection.sources, id, name);
const text = (lines = paragraphsOf(report)) => lines.join('\n');

describe('npm run import', () => {
  it('gives what content/ holds for the five reports', async () => {
    const { code, stdout, stderr } = await collection.runAlone('import', [real]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('共 5 份：已收录 5 份。');
    expect(readdirSync(collection.sources).sort()).toEqual(realIds);
    for (const id of realIds) {
      expect(readFileSync(source(id))).toEqual(readFileSync(path.join(real, id, 'source.txt')));
      expect(readdirSync(path.join(collection.sources, id)).sort()).toEqual([
        'report.yaml',
        'source.txt',
      ]);
    }
    expect((await collection.run('convert')).code).toBe(0);
  });

  it('keeps the original untouched beside the text, and writes a commented annotation', async () => {
    const page = utf8(
      portalPage({
        title: report.title,
        paragraphs: paragraphsOf(report).slice(1),
        published: '2023-01-20',
        source: '区司法局',
      }),
    );
    const { code, stderr } = await collection.run('import', [put('报告.html', page)]);
    expect(code, stderr).toBe(0);
    expect(readdirSync(path.join(collection.sources, '510705-2022')).sort()).toEqual([
      'original.html',
      'report.yaml',
      'source.txt',
    ]);
    expect(readFileSync(source('510705-2022', 'original.html'))).toEqual(Buffer.from(page));
    const annotation = readFileSync(source('510705-2022', 'report.yaml'), 'utf8');
    expect(annotation).toMatch(/^# .*报告\.html/u);
    expect(annotation).toContain('# issuers: ["绵阳市安州区人民政府"]');
    expect(parse(annotation)).toEqual({
      publisher: '某地政府门户网站',
      url: 'https://www.example.gov.cn/art/2023/1/18/art_1229_5555.html',
      retrieved: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
    });
    const checked = await collection.run('check-content');
    expect(checked.code, checked.stdout).toBe(0);
  });

  it('prints the detection alone on standard output, and writes nothing on a trial', async () => {
    const { code, stdout } = await collection.run('import', [
      put('a.docx', buildDocx(paragraphsOf(report).map((line) => paragraph(line)))),
      '--json',
      '--dry-run',
    ]);
    expect(code).toBe(0);
    const detection = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(detection)).toEqual([
      'title',
      'issuer',
      'issuers',
      'addressee',
      'publisher',
      'kind',
      'region',
      'town',
      'regionCandidates',
      'year',
      'published',
      'signed',
      'evidence',
      'documentNumber',
      'indexNumber',
      'source',
      'furniture',
      'outline',
      'uncertain',
    ]);
    expect(detection).toMatchObject({
      title: '四川省绵阳市安州区2022年度法治政府建设情况报告',
      region: { code: '510705', name: '安州区', path: ['四川省', '绵阳市', '安州区'] },
      year: 2022,
      documentNumber: null,
      uncertain: [],
    });
    expect(readdirSync(collection.sources)).toEqual([]);
  });

  it('never invents a title', async () => {
    const { stdout } = await collection.run('import', [
      path.join(real, '620524-2020/source.txt'),
      '--json',
      '--dry-run',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      title: null,
      year: 2020,
      region: { code: '620524' },
    });
  });

  it('takes what is uncertain from the options, and refuses without them', async () => {
    const file = put(
      'a.txt',
      text(paragraphsOf(sample('鼓楼区', '我区', 2020))).replaceAll(/20\d{2}年度?/gu, ''),
    );
    const refused = await collection.run('import', [file]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('import-region-unknown');
    const noYear = await collection.run('import', [file, '--region', '320106']);
    expect(noYear.stderr).toContain('import-year-unknown');
    const wrong = await collection.run('import', [file, '--region', '鼓楼区', '--year', '2020']);
    expect(wrong.stderr).toMatch(/鼓楼区.*320106/u);
    expect(readdirSync(collection.sources)).toEqual([]);
    const taken = await collection.run('import', [
      file,
      '--region',
      '320106',
      '--year',
      '2020',
      '--url',
      'https://example.gov.cn/1',
    ]);
    expect(taken.code, taken.stderr).toBe(0);
    expect(parse(readFileSync(source('320106-2020', 'report.yaml'), 'utf8'))).toMatchObject({
      url: 'https://example.gov.cn/1',
    });
  });

  it('refuses what is there already, the same text under another id, and papers that are no reports', async () => {
    await collection.run('import', [put('a.txt', text())]);
    const before = readFileSync(source('510705-2022'));
    const again = await collection.run('import', [
      put('b.pdf', buildPdf(layOut(paragraphsOf(report)))),
    ]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('import-same');
    const other = await collection.run('import', [put('c.txt', text()), '--region', '510704']);
    expect(other.stderr).toContain('import-similar');
    const changed = await collection.run('import', [
      put('d.txt', text().replaceAll('12.4万', '13.5万')),
    ]);
    expect(changed.stderr).toContain('import-exists');
    const plan = await collection.run('import', [
      put('e.txt', text().replace('情况报告', '工作要点')),
    ]);
    expect(plan.stderr).toContain('import-not-report');
    expect(readdirSync(collection.sources)).toEqual(['510705-2022']);
    expect(readFileSync(source('510705-2022'))).toEqual(before);
    const anyway = await collection.run('import', [
      put('c.txt', text()),
      '--region',
      '510704',
      '--yes',
    ]);
    expect(anyway.code, anyway.stderr).toBe(0);
  });

  it('keeps the former version of a corrected report, and a second report of a body', async () => {
    await collection.run('import', [put('a.txt', text())]);
    const corrected = text().replaceAll('12.4万', '13.5万');
    const replaced = await collection.run('import', [put('b.txt', gbk(corrected)), '--replace']);
    expect(replaced.code, replaced.stderr).toBe(0);
    expect(readFileSync(source('510705-2022'), 'utf8')).toBe(corrected);
    expect(readFileSync(source('510705-2022', 'original.txt'))).toEqual(
      Buffer.from(gbk(corrected)),
    );
    const [version] = readdirSync(path.join(collection.sources, '510705-2022/versions'));
    expect(readFileSync(source('510705-2022', `versions/${version}`), 'utf8')).toBe(text());
    const second = await collection.run('import', [
      put('c.txt', text().replaceAll('98.6%', '77.7%')),
      '--suffix',
      'sfj',
    ]);
    expect(second.code, second.stderr).toBe(0);
    expect(existsSync(source('510705-2022-sfj'))).toBe(true);
  });

  it('imports a folder: one bad file stops nobody, a second run goes on where the first ended', async () => {
    put('1.txt', text());
    put(
      '2.docx',
      buildDocx(paragraphsOf(sample('临汾市水利局', '我局', 2021)).map((line) => paragraph(line))),
    );
    put('3.pdf', buildPdf(layOut(['', '']), { scanned: true }));
    mkdirSync(path.join(inbox, '下级'));
    writeFileSync(
      path.join(inbox, '下级/4.txt'),
      gbk(text(paragraphsOf(sample('桐庐县分水镇', '我镇', 2023)))),
    );
    mkdirSync(path.join(inbox, '页面_files'));
    writeFileSync(path.join(inbox, '页面_files/ad.html'), '<p>广告</p>');
    const first = await collection.run('import', [inbox]);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('import-scanned');
    expect(first.stdout).toContain('共 4 份：已收录 3 份，未收录 1 份。');
    expect(readdirSync(collection.sources).sort()).toEqual([
      '141000-2021',
      '330122-2023',
      '510705-2022',
    ]);
    rmSync(path.join(inbox, '3.pdf'));
    const second = await collection.run('import', [inbox]);
    expect(second.code, second.stderr).toBe(0);
    expect(second.stdout).toContain('先前已收录 3 份');
  });

  it('writes wholly or not at all', async () => {
    cpSync(path.join(real, '152200-2021'), path.join(collection.sources, '152200-2021'), {
      recursive: true,
    });
    const { code, stderr } = await collection.run('import', [
      put('a.txt', text()),
      '--suffix',
      'A_',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('--suffix A_');
    await collection.run('import', [put('a.txt', text())]);
    expect(readdirSync(collection.sources).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says what it can be asked', async () => {
    const { code, stderr } = await collection.runAlone('import', ['--frobnicate']);
    expect(code).toBe(1);
    expect(stderr).toContain('--region');
    expect((await collection.run('import', [path.join(inbox, 'nothing.txt')])).stderr).toContain(
      'import-missing',
    );
  });
});
