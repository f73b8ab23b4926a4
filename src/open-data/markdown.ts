/** A report as a Markdown document, for people who take notes in such files. */
import { chineseDate, lastUpdate } from '../model/dates.ts';
import { markdownAddress, markdownText } from '../model/markdown-text.ts';
import { printedLabel } from '../model/printed.ts';
import type { ReportData, Section } from '../model/report.ts';
import { standsAlone } from '../model/section-styles.ts';

/** Markdown knows headings of six levels. */
const deepest = 6;

/**
 * Blocks of a section and of those below it. A point runs from its lead into its text, as officials print it: without
 * emphasis, whose signs Markdown does not recognise between Chinese stops and characters. Headings of editors say so.
 */
function blocksOf(section: Section, depth: number): string[] {
  const label = printedLabel(section);
  const [first = '', ...more] = section.text === '' ? [] : section.text.split('\n');
  const below = section.children.flatMap((child) => blocksOf(child, depth + 1));
  const heading = (text: string) =>
    `${'#'.repeat(Math.min(depth + 1, deepest))} ${markdownText(text)}`;
  const alone = standsAlone(section);
  return [
    ...(section.editorial ? [heading(`${section.heading}（编者拟题）`)] : []),
    ...(alone ? [heading(label)] : []),
    ...[alone ? first : label + first, ...more].filter(Boolean).map(markdownText),
    ...below,
  ];
}

/** Title, where the report comes from, and all sections; text that looks like Markdown is escaped. */
export function reportMarkdown(report: ReportData): string {
  const facts = [
    report.issuer && `报告机关：${markdownText(report.issuer)}`,
    report.addressee && `主送：${markdownText(report.addressee)}`,
    report.publisher && `发布机构：${markdownText(report.publisher)}`,
    report.documentNumber && `文号：${markdownText(report.documentNumber)}`,
    report.published &&
      `${lastUpdate(report) ? '更新' : '发布'}日期：${chineseDate(report.published)}`,
    report.signed && `落款日期：${chineseDate(report.signed)}`,
    report.url && `原文：${markdownAddress(report.url)}`,
  ].filter((fact): fact is string => !!fact);
  const blocks = [
    `# ${markdownText(report.title)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...report.sections.flatMap((section) => blocksOf(section, 1)),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
