/** Shows one tier of a result: its first reports with excerpts, a button for more, and a list of all the others. */
import type { Group } from '../../search/rank.ts';
import type { Tier } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { briefItem, groupItem, type ResultContext } from './search-results.ts';

/** Reports shown at a time, each with several sections. The text of each has to be fetched. */
const pageSize = 5;

/** Reports not shown yet, folded: their titles and the numbers of their sections, as links. */
function restList(groups: Group[], { words }: ResultContext): HTMLDetailsElement {
  const items = groups.map((group) => briefItem(group, words));
  const summary = element('summary', {}, '其余各篇的章节清单');
  return element('details', { class: 'search-rest' }, summary, element('ul', {}, ...items));
}

/**
 * @param name `exact` or `related`.
 * @param complete Whether all has been searched; until then no more than the first can be shown.
 * @returns a section with one link to each section that was found; its counts are in
 *   `data-sections`, `data-reports` and `data-titles`.
 */
export async function tierSection(
  name: string,
  { groups, sections, reports, titles }: Tier,
  context: ResultContext,
  complete = true,
): Promise<HTMLElement> {
  const list = element('ol', { class: 'search-groups' });
  const rest = restList(complete ? groups : [], context);
  const more = button('', () => void add(), { class: 'search-next' });
  const add = async () => {
    const shown = list.childElementCount;
    const next = groups.slice(shown, shown + pageSize);
    const items = await Promise.all(next.map((group) => groupItem(group, context)));
    // The button may have been pressed twice while the texts were fetched.
    if (list.childElementCount !== shown) return;
    list.append(...items);
    for (const _ of items) rest.querySelector('li')?.remove();
    const left = groups.length - list.childElementCount;
    more.hidden = left === 0 || !complete;
    rest.hidden = more.hidden;
    more.textContent = `再显示 ${Math.min(left, pageSize)} 篇（还有 ${left} 篇）`;
    if (shown > 0) items[0]?.querySelector('a')?.focus();
  };
  await add();
  const counts = { 'data-sections': sections, 'data-reports': reports, 'data-titles': titles };
  return element('section', { 'data-tier': name, ...counts }, list, more, rest);
}
