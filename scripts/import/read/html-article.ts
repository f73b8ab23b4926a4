/** Finds the article of a web page among its navigation. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { fold, visibleLength } from '../../convert/parse/grammar.ts';
import { isBreadcrumb, isNavigation } from '../../convert/parse/page-grammar.ts';
import { markerAt } from '../../convert/parse/section-numbers.ts';
import { colorsOfPage } from './html-hidden.ts';
import { type HiddenText, type HtmlLine, htmlText } from './html-lines.ts';

/** The container of the article, all lines of the page in order, and what of the page nobody sees. */
export interface Article {
  container: Element;
  lines: HtmlLine[];
  /** Lines of the page, those of menus and feet as well. */
  all: HtmlLine[];
  hidden: HiddenText[];
}

/** Elements whose text is a menu or a foot whatever it says. */
const apart =
  'nav, header nav, footer, aside, [role=navigation], [role=contentinfo], [role=search]';

/** Length of a line as official prose: sentences and numbered headings count, links and labels do not. */
function proseWeight($: CheerioAPI, { text, block }: HtmlLine): number {
  const folded = fold(text);
  const length = visibleLength(folded);
  if (isNavigation(folded) || isBreadcrumb(folded)) return 0;
  const linked = visibleLength($(block).find('a').text());
  if (linked > length / 2 || $(block).closest('a').length > 0) return 0;
  const numbered = markerAt(folded.trimStart(), 0) !== undefined && length >= 4;
  if (!numbered && !(length >= 15 && /[。;:,、]/u.test(folded))) return 0;
  return length;
}

/**
 * The smallest element that holds nearly all prose of the page. The way down ends where what would be left behind
 * is more than a remark, or is numbered like a section.
 */
export function findArticle($: CheerioAPI): Article | undefined {
  const body = $('body').get(0) ?? $.root().children().get(0);
  if (!body) return undefined;
  const text = htmlText($, body as Element, colorsOfPage(body as Element));
  const isOfText = ({ block }: { block: Element }) => $(block).closest(apart).length === 0;
  const lines = text.lines.filter(isOfText);
  const hidden = text.hidden.filter(isOfText);
  const weights = lines.map((line) => proseWeight($, line));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let container = body as Element;
  const all = text.lines;
  if (total === 0) return { container, lines, all, hidden };
  for (;;) {
    const inside = (element: Element) => (_: unknown, at: number) => {
      const { block } = lines[at] as HtmlLine;
      return block === element || $.contains(element, block);
    };
    const weightOf = (element: Element) =>
      weights.filter(inside(element)).reduce((sum, weight) => sum + weight, 0);
    const here = weightOf(container);
    const best = $(container)
      .children()
      .toArray()
      .map((element) => ({ element, weight: weightOf(element) }))
      .sort((a, b) => b.weight - a.weight)[0];
    if (!best || best.weight < here * 0.85 || best.element.tagName === 'p') break;
    const within = inside(best.element);
    const leavesSection = lines.some(
      (line, at) =>
        (weights[at] as number) > 0 &&
        inside(container)(0, at) &&
        !within(0, at) &&
        markerAt(fold(line.text).trimStart(), 0) !== undefined,
    );
    if (leavesSection) break;
    container = best.element;
  }
  return { container, lines, all, hidden };
}
