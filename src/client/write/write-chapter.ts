import type { ReportData } from '../../model/report.ts';
import { filterFields, type ReportFilter } from '../../model/report-filter.ts';
import { routes } from '../../model/routes.ts';
import { nameOf } from '../compare/compare-words.ts';
import { loadReports } from '../compare/load-report.ts';
import type { Picked } from '../compare/report-picker.ts';
import { excerpts } from '../excerpts/store.ts';
import { find } from '../lists/filtered-list.ts';
import { button, element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { siteLink } from '../shared/site-link.ts';
import { type Group, groupSaid, type Said, saidOf } from './said.ts';
import { groupItem, sentenceList } from './write-render.ts';

/** Reports that are read at once. */
const readAtOnce = 24;

/**
 * `<write-chapter>` shows what other reports say in the part and on the theme that are chosen, beside what one's own
 * last report says there. The choice stands in the address. Nothing is written: all of it is the reports' own words.
 */
class WriteChapter extends SiteElement {
  #most = readAtOnce;

  protected begin(signal: AbortSignal): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('change', () => this.#go(), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    addEventListener('popstate', () => this.#read(form), { signal });
    this.addEventListener('click', ({ target }) => this.#click(target), { signal });
    const pick = (event: Event) => this.#go((event as Picked).detail.id);
    this.addEventListener('picked', pick, { signal });
    this.#read(form);
  }

  #read(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    for (const field of form.querySelectorAll('select')) {
      field.value = query.get(field.name) ?? '';
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    void this.#show();
  }

  /** Puts the choice into the address. */
  #go(own = this.#own): void {
    const form = new FormData(this.querySelector('form') as HTMLFormElement);
    const query = new URLSearchParams();
    for (const [name, value] of [...form, ['own', own] as const])
      if (value) query.set(name, String(value));
    history.pushState(null, '', `?${query}`);
    this.#most = readAtOnce;
    void this.#show();
  }

  get #own(): string {
    return new URLSearchParams(location.search).get('own') ?? '';
  }

  #chosen(name: string): HTMLSelectElement {
    return this.querySelector(`select[name=${name}]`) as HTMLSelectElement;
  }

  #click(target: EventTarget | null): void {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    const what = pressed?.dataset['do'];
    if (what === 'other') this.#go('');
    if (what === 'more') {
      this.#most += readAtOnce;
      void this.#show();
    }
    if (what === 'heading') {
      excerpts.add([{ heading: this.#name }]);
      this.sayBriefly(`已在摘录末尾加上标题“${this.#name}”`);
    }
  }

  /** What is being written: 行政执法, or the part where no theme is chosen. */
  get #name(): string {
    const of = this.#chosen(this.#chosen('theme').value ? 'theme' : 'part');
    return of.selectedOptions[0]?.text ?? '';
  }

  async #show(): Promise<void> {
    const query = location.search;
    const most = this.#most;
    const part = this.#chosen('part').value;
    const theme = this.#chosen('theme').value;
    const asked = filterFields.map((field) => [field, this.#chosen(field)?.value ?? '']);
    const filter = Object.fromEntries(asked) as unknown as ReportFilter;
    this.say('正在取得…');
    this.dataset['state'] = 'loading';
    try {
      const ownId = this.#own;
      const scope = `parts/${part}` as const;
      // Addresses of pages are not asked for: a report is read from its open data.
      const { total, found } = await find(filter, { address: '', size: 1, scope }, most + 1);
      const others = found.filter(({ id }) => id !== ownId).slice(0, most);
      const [{ reports }, mine] = await Promise.all([
        loadReports(others.map(({ id }) => id)),
        ownId ? loadReports([ownId]) : undefined,
      ]);
      if (query !== location.search || most !== this.#most) return;
      const [last] = mine?.reports ?? [];
      const own = last ? saidOf(last, part, theme) : [];
      this.#fill(
        reports.map((report) => saidOf(report, part, theme)),
        own,
      );
      this.#fillOwn(last, own);
      const left = total - found.length;
      this.querySelector('[data-do=more]')?.toggleAttribute('hidden', left <= 0);
      this.dispatchEvent(new Event('listed', { bubbles: true }));
      this.dataset['state'] = 'done';
      this.dataset['shown'] = '';
    } catch {
      this.say('未能取得数据，请检查网络，或刷新本页再试。');
      this.dataset['state'] = 'failed';
    }
  }

  /** What others say, report by report, with what one's own says marked. */
  #fill(said: Said[][], own: Said[]): void {
    const groups = groupSaid(said.flat(), own);
    const isShared = (group: Group) => group.reports > 1 || group.own;
    const shared = groups.filter(isShared);
    const alone = groups.filter((group) => !isShared(group)).flatMap((group) => group.said);
    const byReport = Map.groupBy(alone, ({ report }) => report);
    this.place('shared').replaceChildren(...shared.map(groupItem));
    this.place('alone').replaceChildren(
      ...[...byReport].map(([report, sentences]) =>
        element(
          'details',
          { class: 'said', open: shared.length === 0 },
          element('summary', {}, `${nameOf(report)}（${sentences.length} 句）`),
          sentenceList(sentences),
        ),
      ),
    );
    const speaking = said.filter(({ length }) => length > 0).length;
    this.toggleAttribute('data-found', speaking > 0);
    this.say(
      said.length === 0
        ? '没有符合这些条件的报告。'
        : `读了 ${said.length} 份报告的这一部分，${speaking} 份写到；${shared.length > 0 ? `${shared.length} 种说法不止一份提到` : '没有相近的说法'}。`,
    );
  }

  /** One's own last report; where none is chosen, the way to choose it is there instead. */
  #fillOwn(own: ReportData | undefined, sentences: Said[]): void {
    const place = this.place('own');
    this.querySelector('report-picker')?.toggleAttribute('hidden', own !== undefined);
    place.replaceChildren();
    if (!own) return;
    place.replaceChildren(
      element(
        'p',
        {},
        element('a', { href: siteLink(routes.report(own.id)) }, nameOf(own)),
        ' ',
        button('换一份', () => {}, { 'data-do': 'other' }),
      ),
      sentences.length > 0
        ? sentenceList(sentences)
        : element('p', { class: 'hint' }, '这份报告的这一部分没有写到。'),
    );
  }
}

customElements.define('write-chapter', WriteChapter);
