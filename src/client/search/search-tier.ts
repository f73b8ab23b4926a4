/**
 * Shows one tier of a result: its first reports with excerpts, a button for more, and a folded list of all the others.
 * Results that come later never push away those that stand: they are added below, or offered.
 */
import { inWords } from '../../model/count-words.ts';
import { titleId } from '../../search/document.ts';
import type { Group } from '../../search/rank.ts';
import type { Tier } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { foldedList } from './search-folds.ts';
import { briefItem, groupItem, type ResultContext } from './search-results.ts';

/** Reports shown at a time, each with several sections. The text of each has to be fetched. */
const pageSize = 5;
/** Links made at a time in the list of all others, the last report with all of its own. */
const linksAtOnce = 300;

const idOf = ({ report }: Group) => report.id;

/** Ids of all sections of a tier by report, in its order: one address each for scripts. */
function addressesOf(groups: Group[]): Record<string, string[]> {
  const sectionsOf = ({ hits }: Group) =>
    hits.map(({ passage }) => passage.id).filter((id) => id !== titleId);
  return Object.fromEntries(groups.map((group) => [idOf(group), sectionsOf(group)]));
}

export class TierList {
  /** Its counts are in `data-sections`, `data-reports` and `data-titles`; once all is searched, the ids of all sections are in a `<data>`. */
  readonly element: HTMLElement;
  readonly #context: ResultContext;
  readonly #list = element('ol', { class: 'search-groups' });
  readonly #earlier = button('', () => void this.#startAnew(), { class: 'search-earlier' });
  readonly #more = button('', () => void this.#add(), { class: 'search-next' });
  #rest: HTMLElement | undefined;
  readonly #addresses = element('data', { hidden: true });
  #groups: Group[] = [];
  #complete = false;
  /** Reports that are shown, in their order; always a part of `#groups` in the same order. */
  #shown: Group[] = [];
  readonly #items = new Map<string, HTMLElement>();
  /** Lines of the folded list, by report. */
  readonly #lines = new Map<string, HTMLElement>();

  /** @param name `exact` or `related`. */
  constructor(name: string, context: ResultContext) {
    this.#context = context;
    this.element = element('section', { 'data-tier': name }, this.#earlier, this.#list, this.#more);
    this.#earlier.hidden = true;
    this.#more.hidden = true;
  }

  /**
   * Fetches what is to be shown of a tier.
   * @param complete Whether all has been searched; until then no more than the first can be shown.
   * @returns what shows it, at once
   */
  async prepare(tier: Tier, complete: boolean): Promise<() => void> {
    const { groups, sections, reports, titles } = tier;
    // What stands stays; places below it that are still empty are filled.
    const known = new Set(this.#shown.map(idOf));
    const last = groups.findLastIndex((group) => known.has(idOf(group)));
    const below = groups.slice(last + 1, last + 1 + Math.max(0, pageSize - this.#shown.length));
    await this.#make(below);
    return () => {
      this.#groups = groups;
      this.#complete = complete;
      Object.assign(this.element.dataset, { sections, reports, titles });
      this.#shown.push(...below);
      this.#list.append(...this.#itemsOf(below));
      if (complete) {
        this.#addresses.value = JSON.stringify(addressesOf(groups));
        this.#rest = foldedList({
          class: 'search-rest',
          summary: '其余各份的章节清单',
          next: () => this.#nextLines(),
          left: () => this.#linesLeft(),
        });
        this.element.append(this.#rest, this.#addresses);
      }
      this.#label();
    };
  }

  /** Makes what shows some reports. */
  async #make(groups: Group[]): Promise<void> {
    const make = async (group: Group) => {
      if (!this.#items.has(idOf(group)))
        this.#items.set(idOf(group), await groupItem(group, this.#context));
    };
    await Promise.all(groups.map(make));
  }

  #itemsOf(groups: Group[]): HTMLElement[] {
    return groups.flatMap((group) => this.#items.get(idOf(group)) ?? []);
  }

  /** Reports that are not shown, before and after the last one that is. */
  #left(): { before: Group[]; after: Group[] } {
    const shown = new Set(this.#shown.map(idOf));
    const last = this.#groups.findLastIndex((group) => shown.has(idOf(group)));
    const left = (group: Group) => !shown.has(idOf(group));
    return {
      before: this.#groups.slice(0, last + 1).filter(left),
      after: this.#groups.slice(last + 1),
    };
  }

  /** Says what else there is. */
  #label(): void {
    const { before, after } = this.#left();
    this.#earlier.hidden = !before.length;
    this.#earlier.textContent = `有 ${inWords(before.length)} 份更靠前的结果，从头显示`;
    this.#more.hidden = !after.length || !this.#complete;
    this.#more.textContent = `再显示 ${Math.min(after.length, pageSize)} 份（还有 ${inWords(after.length)} 份）`;
    if (this.#rest) this.#rest.hidden = !before.length && !after.length;
    for (const group of this.#shown) this.#lines.get(idOf(group))?.remove();
  }

  /** Shows other reports in the place of those that stand, and leads to the first that is new. */
  async #replace(groups: Group[]): Promise<void> {
    const shown = this.#shown;
    await this.#make(groups);
    // Another button may have been pressed while the texts were fetched.
    if (this.#shown !== shown) return;
    const known = new Set(shown.map(idOf));
    this.#shown = groups;
    const first = this.#itemsOf(groups.filter((group) => !known.has(idOf(group))))[0];
    // What stays in its place is not touched.
    this.#itemsOf(groups).forEach((item, at) => {
      if (this.#list.children[at] !== item)
        this.#list.insertBefore(item, this.#list.children[at] ?? null);
    });
    while (this.#list.childElementCount > groups.length) this.#list.lastElementChild?.remove();
    this.#label();
    first?.querySelector('a')?.focus();
  }

  /** The same number of reports in the order of all that was found. */
  #startAnew(): Promise<void> {
    return this.#replace(this.#groups.slice(0, Math.max(pageSize, this.#shown.length)));
  }

  #add(): Promise<void> {
    return this.#replace([...this.#shown, ...this.#left().after.slice(0, pageSize)]);
  }

  /** Reports that have no line in the folded list yet. */
  #unlisted(): Group[] {
    const { before, after } = this.#left();
    return [...before, ...after].filter((group) => !this.#lines.has(idOf(group)));
  }

  #nextLines(): HTMLElement[] {
    const lines: HTMLElement[] = [];
    let links = 0;
    for (const group of this.#unlisted()) {
      if (links >= linksAtOnce) break;
      links += group.hits.length;
      const line = briefItem(group, this.#context.words);
      this.#lines.set(idOf(group), line);
      lines.push(line);
    }
    return lines;
  }

  #linesLeft(): string {
    const left = this.#unlisted().length;
    return left ? `再列一些（还有 ${inWords(left)} 份）` : '';
  }
}
