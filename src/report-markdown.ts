/** A report as a Markdown document, for people who take notes in such files. */
import type { Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { ReportData, Section } from './model/report.ts';
import { sectionNumber } from './section-label.ts';

const paragraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

/** A point runs from its lead into its text, as officials print it. */
function pointParagraph(lead: string, text: string): RootContent {
  const strong = { type: 'strong' as const, children: [{ type: 'text' as const, value: lead }] };
  const rest = text === '' ? [] : [{ type: 'text' as const, value: ` ${text}` }];
  return { type: 'paragraph', children: [strong, ...rest] };
}

function blocksOf(section: Section, depth: number): RootContent[] {
  const number = sectionNumber(section);
  const texts = section.text === '' ? [] : section.text.split('\n');
  const heading = section.heading === null ? '' : number + section.heading;
  const below = section.children.flatMap((child) => blocksOf(child, depth + 1));
  if (section.heading === null) {
    const [first = '', ...more] = texts;
    return [...[number + first, ...more].filter(Boolean).map(paragraph), ...below];
  }
  if (section.style === 'i') {
    const [first = '', ...more] = texts;
    return [pointParagraph(heading, first), ...more.map(paragraph), ...below];
  }
  const level = Math.min(depth + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  const editorial = section.editorial ? '（编者拟题）' : '';
  return [
    { type: 'heading', depth: level, children: [{ type: 'text', value: heading + editorial }] },
    ...texts.map(paragraph),
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
