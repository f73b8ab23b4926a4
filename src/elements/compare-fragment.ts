/** One passage of the comparison, with the sentences it shares marked. */
import type { Fragment } from '../compare/align.ts';
import type { ComparedReport, SharedSentence } from '../compare/comparison.ts';
import { cutSentences } from '../compare/sentences.ts';
import { routes } from '../model/routes.ts';
import { sectionNumber, sectionPlace } from '../section-label.ts';
import { link, nameOf, percent } from './compare-words.ts';
import { element } from './search-dom.ts';

const anchor = (report: number, sentence: number) => `c${report}-${sentence}`;

/** Where a passage stands. */
export interface Context {
  compared: ComparedReport[];
  report: number;
  /** Index of the first sentence of each section. */
  firsts: Map<string, number>;
}

/** Index of the first sentence of each section: sentences are counted as they were cut. */
export function firstSentences({ sentences }: ComparedReport): Map<string, number> {
  const firsts = new Map<string, number>();
  sentences.forEach(({ section }, at) => {
    if (!firsts.has(section)) firsts.set(section, at);
  });
  return firsts;
}

/** A section and what goes with it in its row. */
export function renderFragment(fragment: Fragment, context: Context, top: boolean): Element {
  const { section, children } = fragment;
  const id = context.compared[context.report]?.data.id ?? '';
  const href = link(routes.section(id, section.id));
  // Where a passage stands alone, its place says more than its number.
  const number = top ? sectionPlace(section.id) : sectionNumber(section);
  const heading = section.heading === null || section.editorial ? '' : section.heading;
  const label = section.style === 'p' && !section.heading ? '' : number + heading;
  const runsIn = section.style === 'i' || heading === '';
  let at = context.firsts.get(section.id) ?? 0;
  const paragraphs = (section.text === '' ? [] : section.text.split('\n')).map((text) =>
    element(
      'p',
      {},
      ...cutSentences(text).map((sentence) => renderSentence(sentence, at++, context)),
    ),
  );
  const lead =
    label && element('a', { href, class: 'passage-lead', 'data-runs-in': heading !== '' }, label);
  if (lead && runsIn && paragraphs[0]) paragraphs[0].prepend(lead);
  else if (lead) paragraphs.unshift(element('p', { class: 'passage-heading' }, lead));
  return element(
    'div',
    { class: 'passage', 'data-style': section.style },
    ...paragraphs,
    ...children.map((child) => renderFragment(child, context, false)),
  );
}

function renderSentence(text: string, at: number, { compared, report }: Context): Node {
  const [best] = compared[report]?.shared[at] ?? [];
  const id = anchor(report, at);
  if (!best) return document.createTextNode(text);
  const kind = best.similarity === 1 ? 'identical' : 'similar';
  const title = describe(best, compared);
  return element(
    'a',
    {
      id,
      class: 'shared',
      'data-kind': kind,
      href: `#${anchor(best.report, best.sentence)}`,
      title,
    },
    text,
  );
}

function describe(
  { report, sentence, similarity }: SharedSentence,
  compared: ComparedReport[],
): string {
  const other = compared[report];
  if (!other) return '';
  const place = sectionPlace(other.sentences[sentence]?.section ?? '');
  const how = similarity === 1 ? '相同' : `相近（${percent(similarity)}）`;
  return `与${nameOf(other.data)} ${place}${how}`;
}
