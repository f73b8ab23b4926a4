/** A message of each rule as a maintainer may see it: where it stands, and what its blanks hold. */
import { genre } from '../../src/model/genre.ts';
import type { RuleId } from '../convert/messages.ts';

interface Example {
  /** Where the message stands, as the terminal shows it. */
  at: string;
  values?: Record<string, string | number>;
}

const source = 'content/sources/530102-2020/source.txt';
const yaml = 'content/sources/530102-2020/report.yaml';
const inbox = (name: string) => `待收录/${name}`;

/** Rules without an entry are shown with their blanks. */
export const ruleExamples: Partial<Record<RuleId, Example>> = {
  'source-missing': { at: source },
  'source-encoding': { at: `${source}:12:5`, values: { byte: 'C4' } },
  'source-nul': { at: `${source}:1:2` },
  'source-control': { at: `${source}:12:5`, values: { code: 'U+000B', count: 3 } },
  'source-empty': { at: `${source}:1:1` },
  'report-id': { at: 'content/sources/五华区2020/source.txt', values: { id: '五华区2020' } },
  'region-unknown': { at: 'content/sources/530199-2020/source.txt', values: { code: '530199' } },
  'collection-empty': { at: 'content/sources', values: { folder: 'content/sources' } },
  'annotation-too-large': { at: yaml, values: { size: 900, limit: 256 } },
  'yaml-syntax': {
    at: `${yaml}:3:9`,
    values: { detail: 'Nested mappings are not allowed in compact mappings' },
  },
  'annotation-key': {
    at: `${yaml}:2:1`,
    values: { key: 'tittle', expected: 'region、year、kind、title……' },
  },
  'annotation-value': {
    at: `${yaml}:4:12`,
    values: {
      key: 'published',
      value: '“2021年3月”',
      expected: '日期，如 2021-02-26（只知年月时写 2021-02）',
    },
  },
  'year-contradicts-id': { at: `${yaml}:1:7`, values: { year: 2021, expected: 2020 } },
  'region-contradicts-id': { at: `${yaml}:1:9`, values: { code: '441424', expected: '530102' } },
  'quote-not-found': { at: `${yaml}:6:12`, values: { exact: '街道吹哨、部门报到' } },
  'quote-ambiguous': { at: `${yaml}:6:12`, values: { exact: '行政执法', count: 23 } },
  'heading-numbered': { at: `${yaml}:6:12`, values: { exact: '一、加强组织领导' } },
  'heading-inside': { at: `${yaml}:8:12`, values: { exact: '全县法治建设工作' } },
  'section-unknown': { at: `${yaml}:9:3`, values: { id: 's9-k3', expected: 's1、s1-k1、s1-k2' } },
  'theme-unknown': {
    at: `${yaml}:10:15`,
    values: { slug: 'enforcment', expected: 'leadership、functions、enforcement……' },
  },
  'furniture-line': { at: `${yaml}:5:13`, values: { line: 400, why: '原文只有 93 行' } },
  'redirect-alive': { at: `${yaml}:12:3`, values: { id: 's1-k2' } },
  'title-composed': { at: source, values: { title: `五华区2020年${genre}` } },
  'region-doubtful': {
    at: source,
    values: { detected: '广东省梅州市五华县（441424）', expected: '530102' },
  },
  'year-doubtful': { at: `${source}:1:1`, values: { detected: 2021, expected: 2020 } },
  'number-inferred': { at: `${source}:18:1`, values: { number: '1（s1-k5-i1）' } },
  'number-jump': { at: `${source}:30:1`, values: { before: '（三）', after: '（五）' } },
  'number-repeated': { at: `${source}:30:1`, values: { number: '（三）', id: 's1-k3_2' } },
  'no-sections': { at: source },
  'anchors-syntax': {
    at: 'content/anchors.lock.json',
    values: { detail: 'Unexpected end of JSON input' },
  },
  'anchor-lost': {
    at: yaml,
    values: { id: 's2-k3', lines: '  s2-k3: s2-k4\n  s2-k3-p1: s2-k4-p1' },
  },
  'anchor-moved': { at: `${source}:40:1`, values: { id: 's1-k2', to: 's1-k3' } },
  'anchor-changed': {
    at: `${source}:22:1`,
    values: { id: 's1-k4-p1', text: '全年办理行政复议案件17件' },
  },
  'anchors-report-lost': { at: 'content/anchors.lock.json', values: { id: '530102-2020' } },
  'anchors-unlocked': { at: source },
  'source-changed': { at: source, values: { file: 'source.txt', hash: '830106e0bd85' } },
  'original-changed': { at: source, values: { file: 'original.docx', hash: '830106e0bd85' } },
  'source-file-lost': { at: source, values: { file: 'original.docx' } },
  'version-name': { at: source, values: { name: '旧版.txt' } },
  'report-short': { at: source, values: { count: 812, usual: 6300 } },
  'section-without-theme': { at: `${source}:57:1`, values: { id: 's1-k9', heading: '其他工作' } },
  'import-missing': { at: inbox('五华区报告.txt') },
  'import-unreadable': { at: inbox('五华区报告.txt'), values: { detail: 'EACCES' } },
  'import-format': { at: inbox('五华区报告.png'), values: { detail: '图片' } },
  'import-legacy-word': { at: inbox('五华区报告.doc') },
  'import-too-large': {
    at: inbox('五华区报告.pdf'),
    values: { size: '128.0 MB', limit: '50.0 MB' },
  },
  'import-too-costly': { at: inbox('五华区报告.pdf'), values: { limit: '时间（60 秒）' } },
  'import-zip-bomb': { at: inbox('五华区报告.docx'), values: { size: '3840.0 MB' } },
  'import-empty': { at: inbox('五华区报告.html') },
  'import-hidden-text': {
    at: `${inbox('五华区报告.html')}:212`,
    values: { how: 'font-size: 0', text: '本文来源于某某网' },
  },
  'import-encoding': { at: inbox('五华区报告.txt') },
  'import-damaged': { at: inbox('五华区报告.pdf'), values: { detail: 'PDF 无法解析' } },
  'import-encrypted': { at: inbox('五华区报告.docx') },
  'import-scanned': { at: inbox('五华区报告.pdf'), values: { pages: 12 } },
  'import-garbled': { at: inbox('五华区报告.pdf') },
  'import-template': { at: inbox('报告模板.docx'), values: { example: 'XX镇' } },
  'import-not-report': {
    at: inbox('方案.docx'),
    values: { kind: '实施方案', evidence: '制定本实施方案' },
  },
  'import-exists': { at: inbox('五华区报告.html'), values: { id: '530102-2020', percent: 96 } },
  'import-same': { at: inbox('五华区报告.html'), values: { id: '530102-2020' } },
  'import-similar': { at: inbox('昆明市报告.html'), values: { id: '530102-2020', percent: 99 } },
  'import-year-unknown': { at: inbox('五华区报告.html'), values: { hint: '' } },
  'import-region-unknown': {
    at: inbox('鼓楼区报告.html'),
    values: { hint: '（可能是：江苏省南京市鼓楼区 320106；福建省福州市鼓楼区 350102）' },
  },
  'import-option': { at: 'npm run import', values: { detail: '--year 20' } },
};
