/** Shows the sections that were found, grouped by report, with excerpts from its printed text. */
import { inWords } from '../../model/count-words.ts';
import { routes } from '../../model/routes.ts';
import { sectionPlace } from '../../model/section-label.ts';
import { titleId } from '../../search/document.ts';
import type { Hit } from '../../search/evaluate.ts';
import { excerptOf, type Literal, markWhole, type Stretch } from '../../search/excerpt.ts';
import type { FacetValues } from '../../search/facets.ts';
import type { Group } from '../../search/rank.ts';
import { type Variants, variantsFor } from '../../search/variants.ts';
import { takeButton } from '../excerpts/take-button.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { foldedList } from './search-folds.ts';
import { readText, type Sections } from './search-texts.ts';

/** What results are shown with. */
export interface ResultContext {
  values: FacetValues;
  literals: Literal[];
  /** The words that the page of a result is to mark. */
  words: string;
}

/** Sections of a report that are shown at once; the others unfold, so many at a time. */
const shownAtOnce = 3;
const madeAtOnce = 40;

/** Address of a section, with the words to mark there. */
function linkTo(report: string, passage: string, words: string): string {
  const address = passage === titleId ? routes.report(report) : routes.section(report, passage);
  return siteLink(address).replace(/(?=#|$)/, `?q=${encodeURIComponent(words)}`);
}

/** The section in a word or two: its number and heading as printed, without the stop. */
function crumb(id: string, sections: Sections): string {
  const { text = '', head = 0, editorial } = sections.get(id) ?? {};
  const heading = text.slice(0, head).replace(/[。.:：;；]$/, '');
  return heading || editorial || sectionPlace(id.split('-').at(-1) ?? id);
}

/** Ids of the sections around a section and its own, outermost first: s1, s1-k2, s1-k2-i3. */
function pathOf(id: string): string[] {
  return id.split('-').map((_, i, segments) => segments.slice(0, i + 1).join('-'));
}

/** Text of a section and of those within it, in reading order; none where the report's text is not at hand. */
function textsOf(id: string, sections: Sections): string[] {
  const all = [...sections.values()];
  return all
    .filter((each) => each.id === id || each.id.startsWith(`${id}-`))
    .map(({ text }) => text);
}

function marked(stretches: Stretch[]): (Node | string)[] {
  return stretches.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

function sectionItem(
  hit: Hit,
  sections: Sections,
  { words, literals }: ResultContext,
  variants: Variants,
) {
  const { id } = hit.passage;
  const href = linkTo(hit.report.id, id, words);
  const crumbs = pathOf(id).map((section) => element('span', {}, crumb(section, sections)));
  const [text, ...within] = textsOf(id, sections);
  return element(
    'li',
    { class: 'search-hit' },
    element('a', { href, class: 'search-path' }, ...crumbs),
    text !== undefined &&
      element(
        'p',
        { class: 'search-excerpt' },
        ...marked(excerptOf(text, literals, variants, within)),
        takeButton({ report: hit.report.id, section: id }),
      ),
  );
}

function foldedSections(hits: Hit[], item: (hit: Hit) => HTMLElement): HTMLElement {
  let made = 0;
  return foldedList({
    class: 'search-more',
    summary: `本份另有 ${inWords(hits.length)} 节`,
    next: () => {
      const from = made;
      made += madeAtOnce;
      return hits.slice(from, made).map(item);
    },
    left: () => (made < hits.length ? `再显示一些（还有 ${inWords(hits.length - made)} 节）` : ''),
  });
}

/** A report with its sections. Its title and region are shown even when its text cannot be fetched. */
export async function groupItem(
  { report, hits }: Group,
  context: ResultContext,
): Promise<HTMLElement> {
  const read = await readText(report).catch(() => undefined);
  const sections: Sections = read ?? new Map();
  const texts = hits.flatMap(({ passage }) => textsOf(passage.id, sections));
  const variants = await variantsFor(report.title, ...texts);
  const inText = hits.filter(({ passage }) => passage.id !== titleId);
  const item = (hit: Hit) => sectionItem(hit, sections, context, variants);
  const [shown, folded] = [inText.slice(0, shownAtOnce), inText.slice(shownAtOnce)];
  const region = context.values.path('region', report.regions.at(-1) ?? '').join(' › ');
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
      `${region} · ${report.year}年 · ${inText.length ? `${inWords(inText.length)} 节` : '标题'}`,
    ),
    !read && element('p', { class: 'search-about' }, '原文未能载入，点开链接可以阅读。'),
    element('ul', {}, ...shown.map(item)),
    folded.length > 0 && foldedSections(folded, item),
  );
}

/** A report in one line, its sections by their numbers. */
export function briefItem({ report, hits }: Group, words: string): HTMLElement {
  const links = hits
    .filter(({ passage }) => passage.id !== titleId)
    .flatMap(({ passage }) => [
      ' ',
      element('a', { href: linkTo(report.id, passage.id, words) }, sectionPlace(passage.id)),
    ]);
  return element('li', {}, `${report.title}：`, ...links);
}
