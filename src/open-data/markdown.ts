/** A report as a Markdown document, for people who take notes in such files. */
import type { Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { printedLabel } from '../model/printed.ts';
import type { ReportData, Section } from '../model/report.ts';
import { standsAlone } from '../model/section-styles.ts';

const paragraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

/**
 * A point runs from its lead into its text, as officials print it: without emphasis, whose signs Markdown does not
 * recognise between Chinese stops and characters. Headings of editors say so.
 */
function blocksOf(section: Section, depth: number): RootContent[] {
  const label = printedLabel(section);
  const [first = '', ...more] = section.text === '' ? [] : section.text.split('\n');
  const below = section.children.flatMap((child) => blocksOf(child, depth + 1));
  const heading = (value: string): RootContent => ({
    type: 'heading',
    depth: Math.min(depth + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6,
    children: [{ type: 'text', value }],
  });
  const alone = standsAlone(section);
  return [
    ...(section.editorial ? [heading(`${section.heading}（编者拟题）`)] : []),
    ...(alone ? [heading(label)] : []),
    ...[alone ? first : label + first, ...more].filter(Boolean).map(paragraph),
    ...below,
  ];
}

const processor = unified().use(remarkStringify, { bullet: '-' }).freeze();

/** Title, where the report comes from, and all sections; text that looks like Markdown is escaped. */
export function reportMarkdown(report: ReportData): string {
  const facts = [
    report.issuer && `发布机关：${report.issuer}`,
    report.documentNumber && `文号：${report.documentNumber}`,
    report.published && `发布日期：${report.published}`,
    report.url && `原文：${report.url}`,
  ].filter((fact): fact is string => !!fact);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: report.title }] },
      {
        type: 'list',
        spread: false,
        children: facts.map((fact) => ({
          type: 'listItem' as const,
          children: [paragraph(fact) as never],
        })),
      },
      ...report.sections.flatMap((section) => blocksOf(section, 1)),
    ],
  };
  return processor.stringify(root);
}
