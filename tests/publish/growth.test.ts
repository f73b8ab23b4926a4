/** What a reader's browser opens or fetches does not grow with the collection: it is paged, or split by year or by shard. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { largestFiles } from '../../scripts/measure/bench/largest.ts';
import { temporaryFolder } from '../folder.ts';
import { knowledge } from '../own.ts';
import { warmProgram } from '../warm.ts';

const folder = temporaryFolder('growth');
const program = warmProgram();

/** These make, over three years, more reports than the longest of the lists has on a page, 250; so do twice as many over two. */
const someBodies = 85;

/** So many counties each of two provinces. */
const counties = ['51', '41'].flatMap((province) =>
  knowledge.regions
    .all()
    .filter(({ code, level, until }) => code.startsWith(province) && level === 'county' && !until)
    .slice(0, someBodies),
);

/** A short report that belongs to every list: all parts, many themes, figures, a sum that does not agree. */
const source = (name: string, year: number) => `${name}${year}年度法治政府建设情况报告

一、法治政府建设的主要举措和成效
（一）依法全面履行政府职能。深化“放管服”改革，优化营商环境，行政许可事项${year}项。
（二）完善依法行政制度体系。制定规范性文件12件，合法性审查12件，清理规范性文件30件，废止5件。
（三）推进行政决策科学化。重大行政决策8件，依据《重大行政决策程序暂行条例》听证。
（四）规范公正文明执法。办理行政处罚案件${year}件，其中简易程序100件、一般程序200件，落实行政执法三项制度。
（五）强化监督。接受人大监督，办理人大代表建议66件，政协委员提案55件，办复率100%。
（六）化解矛盾纠纷。收到行政复议申请57件，受理50件，审结48件；行政应诉案件36件，负责人出庭应诉30件。人民调解案件900件，调解成功880件。
（七）加强普法。开展法治宣传90场次，发放资料30000份，受众50000人次，法律援助案件70件。
二、存在的主要问题
行政执法能力有待提高，基层法治力量薄弱。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人切实履行推进法治建设第一责任人职责，专题学习3次。
四、下一步工作安排
健全依法决策机制，加强行政执法监督。
`;

const contentDir = path.join(folder, 'content');
const siteDir = path.join(folder, 'site');

/**
 * Largest files of the site of so many counties over so many years, by kind. The site takes the place of the former one, and
 * takes over what it can of it.
 */
async function build(bodies: number, years: number): Promise<Map<string, number>> {
  rmSync(path.join(contentDir, 'sources'), { recursive: true, force: true });
  for (let year = 2025; year > 2025 - years; year--)
    for (const { code, name } of counties.slice(0, bodies)) {
      const report = path.join(contentDir, 'sources', `${code}-${year}`);
      mkdirSync(report, { recursive: true });
      writeFileSync(path.join(report, 'source.txt'), source(name, year));
      const annotation = { region: code, year, issuer: `${name}人民政府` };
      writeFileSync(path.join(report, 'report.yaml'), JSON.stringify(annotation));
    }
  const environment = { CONTENT_DIR: contentDir, OUT_DIR: siteDir };
  const { code, output } = await program.run('build', environment);
  expect(output).toContain(`${bodies * years} 篇报告`);
  expect(code).toBe(0);
  return new Map(largestFiles(siteDir).map(({ kind, bytes }) => [kind, bytes]));
}

/**
 * Kinds that are bounded otherwise: a list of files kept without a network names a thousand, one of hashes some four hundred, a shard holds four hundred
 * reports, and the page of a region has a line for each of its years.
 */
const bounded = ['offline/files', 'offline/hashes', 'pagefind json', 'regions'];

it('in years or in bodies', async () => {
  const few = await build(someBodies, 3);
  const grown = (many: Map<string, number>) => {
    expect([...many.keys()].sort()).toEqual([...few.keys()].sort());
    // Names and figures differ in length, if little.
    const isLarger = (bytes: number, before: number) => bytes > before * 1.03 + 2000;
    return [...many]
      .filter(([kind, bytes]) => isLarger(bytes, few.get(kind) ?? 0) && !bounded.includes(kind))
      .map(([kind]) => kind);
  };
  expect(grown(await build(someBodies, 4))).toEqual([]);
  // What filters read is split by year: a line for each body.
  expect(grown(await build(2 * someBodies, 2))).toEqual(['data/lists']);
});
