import type { ListCounts, ListedReport } from '../../model/report-filter.ts';
import { routes } from '../../model/routes.ts';
import { element } from '../shared/dom.ts';
import { getJson } from '../shared/fetch-once.ts';
import { SiteElement } from '../shared/site-element.ts';

/** A report that can be chosen. */
interface Candidate {
  id: string;
  /** Names from the province down. */
  name: string;
  year: number;
}

/** A report that was chosen: its id and short name. */
export type Picked = CustomEvent<{ id: string; name: string }>;

/** Reports offered at a time. */
const offered = 12;

async function loadCandidates(): Promise<Candidate[]> {
  const { years } = await getJson<ListCounts>(routes.listCounts());
  const lists = await Promise.all(
    years.map(async ({ year }) => {
      const reports = await getJson<ListedReport[]>(routes.list(year));
      return reports.map(({ id, name }) => ({ id, name, year }));
    }),
  );
  return lists.flat();
}

const bodyOf = ({ name }: Candidate) => name.split(' ').at(-1) ?? name;

/** Characters that two ids have in common at their beginning: reports of one body, one prefecture, one province. */
function nearness(a: string, b: string): number {
  let same = 0;
  while (same < 6 && a[same] === b[same]) same++;
  return same;
}

/** Reports that hold all words, the bodies that begin with the first before others; without words, those near one. */
export function findReports(words: string, all: readonly Candidate[], near: string): Candidate[] {
  const asked = words.normalize('NFKC').match(/\d+|[^\s\d]+/gu) ?? [];
  const score = (each: Candidate) => {
    if (asked.length === 0) return near ? -nearness(near, each.id) : 0;
    const first = asked.find((word) => !/\d/.test(word)) ?? '';
    return bodyOf(each).startsWith(first) ? 0 : bodyOf(each).includes(first) ? 1 : 2;
  };
  return all
    .filter(({ id, name, year }) => {
      const about = `${name} ${year} ${id}`;
      return asked.every((word) => about.includes(word));
    })
    .toSorted((a, b) => score(a) - score(b));
}

/** `<report-picker>` finds reports by the names of their bodies and years; it tells of each that is chosen by `picked`. */
export class ReportPicker extends SiteElement {
  /** Ids of the reports that are chosen already. */
  chosen: readonly string[] = [];

  protected begin(signal: AbortSignal): void {
    const show = () => void this.show();
    this.addEventListener('input', show, { signal });
    this.addEventListener('focusin', show, { once: true, signal });
    this.addEventListener('click', ({ target }) => this.#pick(target), { signal });
  }

  /** Offers what the words of the field ask for, and what is near to the reports that are chosen. */
  async show(): Promise<void> {
    const input = this.querySelector('input');
    const words = input?.value.trim() ?? '';
    let all: Candidate[];
    try {
      all = await loadCandidates();
    } catch {
      this.say('未能取得报告的名单，请检查网络再试。');
      return;
    }
    if (words !== input?.value.trim()) return;
    const found = findReports(words, all, this.chosen.at(-1) ?? '').filter(
      ({ id }) => !this.chosen.includes(id),
    );
    const rows = found.slice(0, offered).map((each) => {
      const name = `${bodyOf(each)} ${each.year}`;
      const above = each.name.split(' ').slice(0, -1).join(' ');
      const label = element('span', { class: 'above' }, above);
      const about = { type: 'button', 'data-id': each.id, 'data-name': name };
      return element('li', {}, element('button', about, name, label));
    });
    this.place('found').replaceChildren(...rows);
    const more = found.length > offered ? `，以下是前 ${offered} 份，多写几个字可以缩小范围` : '';
    const none = found.length === 0 && '没有找到，可以只写地区名称中的几个字';
    this.say(none || (words ? `找到 ${found.length} 份${more}` : ''));
  }

  #pick(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    const input = this.querySelector('input');
    if (!button || !input) return;
    const { id = '', name = '' } = button.dataset;
    input.value = '';
    input.focus();
    this.dispatchEvent(new CustomEvent('picked', { bubbles: true, detail: { id, name } }));
  }
}

customElements.define('report-picker', ReportPicker);
