/** The `report.yaml` an import writes: what the file alone does not tell, and the rest as comments. */
import { stringify } from 'yaml';
import type { ExtractedDocument } from './read/document.ts';
import type { Detection } from './recognise/recognise.ts';

/** Fields with one value that the code of a page may tell. */
export const filledFields = [
  'title',
  'publisher',
  'published',
  'documentNumber',
  'indexNumber',
  'source',
] as const;

/** Fields of the annotation that an import may fill. */
export type Filled = Partial<
  Record<(typeof filledFields)[number] | 'url' | 'retrieved', string> & { issuers: string[] }
>;

const scalar = (value: string | number | string[]) =>
  Array.isArray(value) ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();

/** The headings without a number that a reader of a file saw, as an annotation holds them; empty where there are none. */
export function headingsText({ headings = [] }: ExtractedDocument): string {
  if (headings.length === 0) return '';
  const entries = headings.map((heading) => {
    const words = Object.entries(heading).map(([name, value]) => `${name}: ${value}`);
    return `  - { ${words.join(', ')} }`;
  });
  return `unnumbered:\n${entries.join('\n')}\n`;
}

/**
 * Writes the annotation.
 * @param filled what the editor would have to say: read from the page's head, or given as an option
 * @param day ISO date of the import
 */
export function annotationText(
  {
    detection,
    document,
    fileName,
  }: { detection: Detection; document: ExtractedDocument; fileName: string },
  filled: Filled,
  day: string,
): string {
  const { region, outline } = detection;
  const labelOf = (name: 'published' | 'signed') => detection.evidence[name]?.label ?? undefined;
  const found: [string, string | number | string[] | null, string | undefined][] = [
    ['region', region?.code ?? null, region?.path.join('')],
    ['year', detection.year, undefined],
    ['kind', detection.kind, undefined],
    ['title', detection.title, undefined],
    ['issuers', detection.issuers.length > 0 ? detection.issuers : null, undefined],
    ['addressee', detection.addressee, undefined],
    ['publisher', detection.publisher, undefined],
    ['published', detection.published, labelOf('published')],
    ['signed', detection.signed, labelOf('signed')],
    ['documentNumber', detection.documentNumber, undefined],
    ['indexNumber', detection.indexNumber, undefined],
    ['source', detection.source, undefined],
  ];
  const comments = found
    .filter(([name]) => !(name in filled))
    .map(([name, value, remark]) =>
      value === null
        ? `# ${name}:    # 未识别`
        : `# ${name}: ${scalar(value)}${remark ? `    # ${remark}` : ''}`,
    );
  const values = Object.entries(filled).map(([name, value]) => `${name}: ${scalar(value)}`);
  const headings = headingsText(document);
  const chapters = outline.filter(({ level }) => level === 1).length;
  return [
    `# ${day} 由 npm run import 收录自 ${fileName.replace(/[\r\n]/gu, ' ')}（${document.detail}）。`,
    ...(values.length > 0 ? ['# 下列字段取自网页或由编者给出：', ...values] : []),
    '# 下列字段由程序识别，不必填写；识别有误时，去掉行首的“# ”，改成正确的值：',
    ...comments,
    ...(headings === ''
      ? []
      : [
          '# 原件中加粗、居中等没有编号的标题（原文行号、级别、行首属于标题的字数），不是标题的请删去：',
          headings.trimEnd(),
        ]),
    `# 识别出 ${chapters} 章、${outline.length} 个编号章节与要点；不属于报告的行 ${detection.furniture.length} 行。`,
    '',
  ].join('\n');
}
