/** One passage of the comparison, with the sentences it shares marked. */

import { printedLabel } from '../../model/printed.ts';
import type { Section } from '../../model/report.ts';
import { routes } from '../../model/routes.ts';
import { sectionPlace } from '../../model/section-label.ts';
import { standsAlone } from '../../model/section-styles.ts';
import { takeButton } from '../excerpts/take-button.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import type { Fragment } from './align.ts';
import { nameOf, percent } from './compare-words.ts';
import type { ComparedReport, SharedSentence } from './comparison.ts';
import { sentenceId, withDifferences } from './pairs.ts';
import { cutSentences } from './sentences.ts';

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

/** A section and what goes with it in its row, as it is printed; at the top, its place in the report stands before it. */
export function renderFragment(fragment: Fragment, context: Context, top: boolean): Element {
  const { section, children } = fragment;
  const { data } = context.compared[context.report] as ComparedReport;
  const href = siteLink(routes.section(data.id, section.id));
  const label = printedLabel(section);
  const alone = standsAlone(section);
  const paragraphs = sentenceParagraphs(section, context);
  const leading = [
    top && placeBefore(section.id, label, href),
    label && element('a', { href, class: 'passage-lead' }, label),
  ].filter((each) => each !== false && each !== '');
  if (leading.length > 0 && !alone && paragraphs[0]) paragraphs[0].prepend(...leading);
  else if (leading.length > 0)
    paragraphs.unshift(element('p', { class: 'passage-heading' }, ...leading));
  paragraphs[0]?.append(takeButton({ report: data.id, section: section.id }));
  return element(
    'div',
    { class: 'passage', 'data-style': section.style },
    ...paragraphs,
    ...children.map((child) => renderFragment(child, context, false)),
  );
}

/** Where a passage stands that is taken from its place: 一、(七) before 三是, or the whole place of a bare paragraph. */
function placeBefore(id: string, lead: string, href: string): Element | false {
  const above = id.split('-').slice(0, -1).join('-');
  const place = sectionPlace(lead === '' ? id : above);
  if (place === '') return false;
  return lead === ''
    ? element('a', { class: 'where', href }, place)
    : element('span', { class: 'where' }, place);
}

function sentenceParagraphs({ id, text }: Section, context: Context): Element[] {
  let at = context.firsts.get(id) ?? 0;
  const paragraphs = text === '' ? [] : text.split('\n');
  return paragraphs.map((paragraph) =>
    element(
      'p',
      {},
      ...cutSentences(paragraph).map((sentence) => renderSentence(sentence, at++, context)),
    ),
  );
}

function renderSentence(text: string, at: number, { compared, report }: Context): Node | string {
  const [best] = compared[report]?.shared[at] ?? [];
  if (!best) return text;
  const counterpart = compared[best.report]?.sentences[best.sentence]?.text ?? '';
  const words = best.similarity === 1 ? [text] : withDifferences(text, counterpart);
  return element(
    'a',
    {
      id: sentenceId({ report, sentence: at }),
      class: 'shared',
      'data-kind': best.similarity === 1 ? 'identical' : 'similar',
      href: `#${sentenceId(best)}`,
      title: describe(best, compared),
    },
    ...words,
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
