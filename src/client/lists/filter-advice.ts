import type { ListCounts, ReportFilter } from '../../model/report-filter.ts';
import { element } from '../shared/dom.ts';
import { relaxed } from './filtered-list.ts';

/** Says that a filter leaves nothing, and leads to what there is with one condition less. */
export function advice(filter: ReportFilter, counts: ListCounts): Element {
  const ways = relaxed(filter, counts);
  return element(
    'p',
    { class: 'hint' },
    '没有同时符合这些条件的报告。',
    ways.length === 0 && '减去其中任何一个条件也没有，请清除筛选。',
    ...ways.flatMap(({ name, query, count }) => [
      element('a', { href: query || location.pathname }, `不限${name}（${count} 份）`),
      ' ',
    ]),
  );
}
