/** The list of the sentences that compared reports share. */

import { routes } from '../../model/routes.ts';
import { sectionPlace } from '../../model/section-label.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { nameOf, percent } from './compare-words.ts';
import type { ComparedReport } from './comparison.ts';

/** Most pairs listed; the table marks all. */
const listed = 100;

/** Pairs of sentences, in the order of the first report that has them. */
export function renderShared(compared: ComparedReport[]): DocumentFragment {
  const all = document.createDocumentFragment();
  const pairs = compared.flatMap(({ shared }, report) =>
    shared.flatMap((counterparts, at) =>
      // Each pair once: from the report that stands first.
      counterparts.filter((other) => other.report > report).map((other) => ({ report, at, other })),
    ),
  );
  const summary =
    pairs.length === 0 ? '没有相同或相近的句子。' : `相同或相近的句子 ${pairs.length} 对。`;
  all.append(element('p', { class: 'hint' }, compared.length > 1 && summary));
  const items = pairs.slice(0, listed).map(({ report, at, other }) => {
    const side = (of: number, sentence: number) => {
      const { data, sentences } = compared[of] as ComparedReport;
      const { section = '', text = '' } = sentences[sentence] ?? {};
      const href = siteLink(routes.section(data.id, section));
      return element(
        'p',
        {},
        element('a', { href }, `${nameOf(data)} ${sectionPlace(section)}`),
        ` ${text}`,
      );
    };
    const how = other.similarity === 1 ? '相同' : `相近 ${percent(other.similarity)}`;
    return element(
      'li',
      {},
      element('b', {}, how),
      side(report, at),
      side(other.report, other.sentence),
    );
  });
  all.append(element('ol', { class: 'shared-list' }, ...items));
  if (pairs.length > listed)
    all.append(element('p', { class: 'hint' }, `以上列出前 ${listed} 对。`));
  return all;
}
