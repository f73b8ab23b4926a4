import type { ListCounts, ReportFilter } from '../../model/report-filter.ts';
import { relaxed } from './filtered-list.ts';

/** Says that a filter leaves nothing, and leads to what there is with one condition less. */
export function advice(filter: ReportFilter, counts: ListCounts): Element {
  const paragraph = document.createElement('p');
  paragraph.className = 'hint';
  paragraph.textContent = '没有同时符合这些条件的报告。';
  const ways = relaxed(filter, counts);
  if (ways.length === 0) paragraph.append('减去其中任何一个条件也没有，请清除筛选。');
  for (const { name, query, count } of ways) {
    const link = document.createElement('a');
    link.href = query || location.pathname;
    link.textContent = `不限${name}（${count} 份）`;
    paragraph.append(link, ' ');
  }
  return paragraph;
}
