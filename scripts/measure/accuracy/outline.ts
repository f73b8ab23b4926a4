/** Sections, their parts and their themes against the labelled outline. */
import type { Section } from '../../../src/model/report.ts';
import { plain } from './compare.ts';
import type { Labels } from './labels.ts';
import type { Counter } from './tally.ts';

type LabelledSection = NonNullable<Labels['outline']>[number];

/** Letter of the last number in a section id. */
export const styleOf = (id: string) => id.slice(id.lastIndexOf('-') + 1)[0] as string;
/** Sections and what they hold, in reading order. */
export const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)]);
const words = (heading: string | null) => (heading === null ? null : plain(heading));

/** Whether a section is the labelled one, by id and heading. */
export const isRightSection = (label: LabelledSection, section: Section | undefined) =>
  section !== undefined && words(section.heading) === words(label.heading);

/** Words that decided on a theme, for remarks. */
function wordsFor(theme: string, { themeEvidence = [], heading, text }: Section): string {
  const decided = themeEvidence.find((each) => each.theme === theme);
  const said = decided ? `${decided.from} ${decided.words.join('、')}` : text.slice(0, 30);
  return `${heading ?? ''}（${said.replaceAll('\n', ' ')}）`;
}

/** Counts themes, in all and by slug, and whole sets. */
function measureThemes(label: LabelledSection, found: Section | undefined, counter: Counter): void {
  const { id, themes, or = [] } = label;
  const remark = `${id} ${themes} read as ${found?.themes}`;
  const extra = (found?.themes ?? []).filter(
    (theme) => !themes.includes(theme) && !or.includes(theme),
  );
  const missed = themes.filter((theme) => !found?.themes.includes(theme));
  const isExact = extra.length + missed.length === 0;
  counter.count(['outline.theme-sets'], !found ? 'missing' : isExact ? 'right' : 'wrong', remark);
  const count = (theme: string, answer: 'right' | 'missing' | 'invented') => {
    counter.count(['outline.themes'], answer);
    const told = found ? wordsFor(theme, found) : `${label.heading}（没有认出这一节）`;
    counter.count([`theme.${theme}`], answer, `${id} ${told}`);
  };
  for (const theme of themes) count(theme, missed.includes(theme) ? 'missing' : 'right');
  for (const theme of extra) count(theme, 'invented');
}

/**
 * Counts sections by the style of their number, right where id and heading are; parts and themes by id. A passage that
 * no label names is no wrong section: readers leave opening paragraphs out.
 */
export function measureOutline(
  outline: readonly LabelledSection[],
  sections: readonly Section[],
  counter: Counter,
): void {
  const found = new Map(flat(sections).map((section) => [section.id, section]));
  for (const label of outline) {
    const section = found.get(label.id);
    const names = ['outline.sections', `outline.${styleOf(label.id)}`];
    const answer = !section ? 'missing' : isRightSection(label, section) ? 'right' : 'wrong';
    counter.count(names, answer, `${label.id} ${label.heading} read as ${section?.heading}`);
    counter.count(
      ['outline.parts'],
      !section ? 'missing' : section.part === label.part ? 'right' : 'wrong',
      section && `${label.id} ${label.part} read as ${section.part}`,
    );
    measureThemes(label, section, counter);
  }
  const labelled = new Set(outline.map(({ id }) => id));
  for (const { id, heading } of found.values())
    if (!labelled.has(id) && styleOf(id) !== 'p')
      counter.count(['outline.sections', `outline.${styleOf(id)}`], 'invented', `${id} ${heading}`);
}
