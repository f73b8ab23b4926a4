/** The list of the sentences that compared reports share. */

import { routes } from '../../model/routes.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { likeness, renderSide } from './compare-pair.ts';
import type { ComparedReport } from './comparison.ts';
import type { Pair } from './pairs.ts';

/** Most pairs listed; the table marks all. */
const listed = 100;

/** Pairs of sentences, in the order of the first report that has them. */
export function renderShared(
  compared: readonly ComparedReport[],
  pairs: readonly Pair[],
): DocumentFragment {
  const all = document.createDocumentFragment();
  const summary = pairs.length > 0 ? `共 ${pairs.length} 对。` : '没有相同或相近的句子。';
  all.append(element('p', { class: 'hint' }, compared.length > 1 && summary));
  const items = pairs.slice(0, listed).map((pair) => {
    const sides = pair.sides.map((side) =>
      renderSide(pair, side, compared, ({ report }, section) =>
        siteLink(routes.section((compared[report] as ComparedReport).data.id, section)),
      ),
    );
    return element('li', {}, element('b', {}, likeness(pair)), ...sides);
  });
  all.append(element('ol', { class: 'shared-list' }, ...items));
  if (pairs.length > listed)
    all.append(element('p', { class: 'hint' }, `以上列出前 ${listed} 对。`));
  return all;
}
