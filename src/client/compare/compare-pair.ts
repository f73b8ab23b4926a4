/** Shows the two sentences of a pair together, wherever each of them stands. */
import { sectionPlace } from '../../model/section-label.ts';
import { button, element } from '../shared/dom.ts';
import { nameOf, percent } from './compare-words.ts';
import type { ComparedReport } from './comparison.ts';
import { type Pair, type Place, sentenceId, withDifferences } from './pairs.ts';

/** How alike the sentences of a pair are, in words. */
export const likeness = ({ similarity }: Pair) =>
  similarity === 1 ? '相同' : `相近 ${percent(similarity)}`;

/** One sentence of a pair under its place, with what the other has otherwise marked. */
export function renderSide(
  pair: Pair,
  { report, sentence }: Place,
  compared: readonly ComparedReport[],
  href: (place: Place, section: string) => string,
): Element {
  const textOf = (place: Place) => compared[place.report]?.sentences[place.sentence]?.text ?? '';
  const { data, sentences } = compared[report] as ComparedReport;
  const section = sentences[sentence]?.section ?? '';
  const other = pair.sides[pair.sides[0].report === report ? 1 : 0];
  const text = textOf({ report, sentence });
  return element(
    'p',
    {},
    element(
      'a',
      { href: href({ report, sentence }, section) },
      `${nameOf(data)} ${sectionPlace(section)}`,
    ),
    ' ',
    ...(pair.similarity === 1 ? [text] : withDifferences(text, textOf(other))),
  );
}

/**
 * Fills the panel with one of the pairs.
 * @param go shows another pair, or none
 */
export function renderPair(
  pairs: readonly Pair[],
  at: number,
  compared: readonly ComparedReport[],
  go: (at: number | undefined) => void,
): Element[] {
  const pair = pairs[at] as Pair;
  const to = (label: string, where: number) =>
    button(label, () => go(where), {
      'data-step': Math.sign(where - at),
      disabled: where < 0 || where >= pairs.length,
    });
  return [
    element(
      'div',
      { class: 'pair-head' },
      element('b', {}, likeness(pair)),
      element('span', { class: 'pair-count' }, `${at + 1} / ${pairs.length} 对`),
      to('上一对', at - 1),
      to('下一对', at + 1),
      button('关闭', () => go(undefined)),
    ),
    element(
      'div',
      { class: 'pair-sides' },
      ...pair.sides.map((side) => renderSide(pair, side, compared, (of) => `#${sentenceId(of)}`)),
    ),
  ];
}
