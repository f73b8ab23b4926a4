/** Shows the sections that were found, grouped by report, with excerpts from the open data. */
import type { ReportData, Section } from '../model/report.ts';
import { routes } from '../model/routes.ts';
import { type Passage, passagesOf, titleId } from '../search/document.ts';
import type { Hit } from '../search/evaluate.ts';
import { excerptOf, type Literal, markWhole, type Stretch } from '../search/excerpt.ts';
import type { FacetValues } from '../search/facets.ts';
import type { Group } from '../search/rank.ts';
import { type Variants, variantsFor } from '../search/variants.ts';
import { sectionNumber } from '../section-label.ts';
import { element } from './search-dom.ts';
import { siteLink } from './search-location.ts';

/** What results are shown with. */
export interface ResultContext {
  values: FacetValues;
  literals: Literal[];
  /** The words that the page of a result is to mark. */
  words: string;
}

/** Sections of a report that are shown at once; the others unfold. */
const shownAtOnce = 3;

const reports = new Map<string, Promise<ReportData>>();

function readReport(id: string): Promise<ReportData> {
  const reading =
    reports.get(id) ??
    fetch(siteLink(routes.reportData(id))).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response.json() as Promise<ReportData>;
    });
  reports.set(id, reading);
  reading.catch(() => reports.delete(id));
  return reading;
}

/** Address of a section, with the words to mark there. */
function linkTo(report: string, passage: string, words: string): string {
  const address = passage === titleId ? routes.report(report) : routes.section(report, passage);
  return siteLink(address).replace(/(?=#|$)/, `?q=${encodeURIComponent(words)}`);
}

function crumb(section: Section): string {
  const number = sectionNumber(section);
  return number || section.heading ? `${number}${section.heading ?? ''}` : `第${section.number}段`;
}

function marked(stretches: Stretch[]): (Node | string)[] {
  return stretches.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

function sectionItem(
  hit: Hit,
  passage: Passage | undefined,
  { words, literals }: ResultContext,
  variants: Variants,
) {
  const href = linkTo(hit.report.id, hit.passage.id, words);
  const path = passage?.path ?? [];
  const crumbs = path.map((section) => element('span', {}, crumb(section)));
  return element(
    'li',
    { class: 'search-hit' },
    element('a', { href, class: 'search-path' }, ...(crumbs.length ? crumbs : [hit.passage.id])),
    passage &&
      element(
        'p',
        { class: 'search-excerpt' },
        ...marked(excerptOf(passage.text, literals, variants)),
      ),
  );
}

function folded(items: HTMLElement[]) {
  return element(
    'details',
    { class: 'search-more' },
    element('summary', {}, `本篇另有 ${items.length} 处`),
    element('ul', {}, ...items),
  );
}

/** A report with its sections. Its title and region are shown even when its text cannot be fetched. */
export async function groupItem(
  { report, hits }: Group,
  context: ResultContext,
): Promise<HTMLElement> {
  const data = await readReport(report.id).catch(() => undefined);
  const passages = new Map(data && passagesOf(data).map((passage) => [passage.id, passage]));
  const texts = hits.map(({ passage }) => passages.get(passage.id)?.text ?? '');
  const variants = await variantsFor(...texts);
  const items = hits
    .filter(({ passage }) => passage.id !== titleId)
    .map((hit) => sectionItem(hit, passages.get(hit.passage.id), context, variants));
  const region = context.values.regionPath(report.regions.at(-1) ?? '').join(' › ');
  return element(
    'li',
    { class: 'search-group' },
    element(
      'h2',
      {},
      element(
        'a',
        { href: linkTo(report.id, titleId, context.words) },
        ...marked(markWhole(report.title, context.literals, variants)),
      ),
    ),
    element(
      'p',
      { class: 'search-about' },
      `${region} · ${report.year}年 · ${items.length ? `${items.length} 节` : '标题'}`,
    ),
    !data && element('p', { class: 'search-about' }, '原文未能载入，点开链接可以阅读。'),
    element('ul', {}, ...items.slice(0, shownAtOnce)),
    items.length > shownAtOnce && folded(items.slice(shownAtOnce)),
  );
}

/** The numbers of a section and those around it, from its id: 一、(二)三是 from `s1-k2-i3`. */
function numbersOf(passage: string): string {
  return passage
    .split('-')
    .map((segment) => {
      const number = Number.parseInt(segment.slice(1), 10);
      const style = segment[0] as Section['style'];
      return sectionNumber({ style, number }) || `第${number}段`;
    })
    .join('');
}

/** A report in one line, its sections by their numbers. */
export function briefItem({ report, hits }: Group, words: string): HTMLElement {
  const links = hits
    .filter(({ passage }) => passage.id !== titleId)
    .flatMap(({ passage }) => [
      ' ',
      element('a', { href: linkTo(report.id, passage.id, words) }, numbersOf(passage.id)),
    ]);
  return element('li', {}, `${report.title}：`, ...links);
}
