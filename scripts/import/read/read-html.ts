/** Reader of saved web pages: the article with its title and labels, and what the page says of itself in its head. */
import * as cheerio from 'cheerio';
import type { Element } from 'domhandler';
import {
  documentNumberPattern,
  fold,
  isBodyName,
  isTitleLine,
  oneLine,
  parseDate,
  visibleLength,
} from '../../convert/parse/grammar.ts';
import {
  bodyInTrail,
  isBreadcrumb,
  isPageDate,
  isTitleHead,
  readLabels,
  siteOf,
} from '../../convert/parse/page-grammar.ts';
import { Refusal } from '../refusal.ts';
import { declaredEncoding, decodeText } from './decode-text.ts';
import type { ExtractedDocument, Hints } from './document.ts';
import { headingsOf, type SeenLine } from './emphasis.ts';
import { type Article, findArticle } from './html-article.ts';
import type { HtmlLine } from './html-lines.ts';

/** Names of meta tags, the ones Chinese government sites must carry (政府网站发展指引) first. */
const metaNames: Record<Exclude<keyof Hints, 'trail' | 'around'>, string[]> = {
  site: ['SiteName', 'og:site_name'],
  title: ['ArticleTitle', 'og:title', 'DC.Title'],
  published: ['PubDate', 'publishdate', 'article:published_time', 'DC.Date', 'createDate'],
  source: ['ContentSource', 'Source', 'DC.Source'],
  documentNumber: ['DocumentNumber', 'fwzh'],
  indexNumber: ['IndexNumber', 'IdxID', 'indexCode'],
  url: ['Url', 'og:url'],
};

/** Characters at the end of a page in which it says whose it is. */
const mostOfFoot = 300;

/** Values that say nothing. */
const empty = /^(?:|-+|—+|无|暂无|null|undefined|本站|本网|原创)$/iu;

function readHints($: cheerio.CheerioAPI, html: string): Hints {
  const values = new Map<string, string>();
  for (const meta of $('meta').toArray()) {
    const name = (meta.attribs['name'] ?? meta.attribs['property'] ?? '').toLowerCase();
    const value = oneLine((meta.attribs['content'] ?? '').replace(/\s+/gu, ' '));
    if (name && !empty.test(value) && !values.has(name)) values.set(name, value);
  }
  const meta = (field: keyof typeof metaNames) =>
    metaNames[field].map((name) => values.get(name.toLowerCase())).find(Boolean);
  const hints: Hints = {};
  const title = [meta('title'), oneLine($('title').first().text()).split(/[_|]| - |—/u)[0]]
    .map((candidate) => candidate?.replace(/\s+/gu, '').trim())
    .find((candidate) => candidate && isTitleLine(fold(candidate)));
  if (title) hints.title = title;
  const words = oneLine($('title').first().text()).split(/[_|]| - |-+|—+/u);
  const tail = words.length > 1 ? words.at(-1)?.trim() : undefined;
  const site = [meta('site'), tail, siteOf(oneLine($('body').text()).slice(-mostOfFoot))]
    .map((candidate) => candidate && siteOf(candidate))
    .find(Boolean);
  if (site) hints.site = site;
  const published = parseDate(fold(meta('published') ?? ''));
  if (published) hints.published = published;
  const source = meta('source');
  if (source && visibleLength(source) <= 40) hints.source = source;
  const number = documentNumberPattern.exec(fold(meta('documentNumber') ?? ''));
  if (number) hints.documentNumber = meta('documentNumber') as string;
  const index = meta('indexNumber');
  if (index) hints.indexNumber = index;
  const saved = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/iu.exec(html)?.[1];
  const address = [saved, meta('url'), $('link[rel=canonical]').attr('href')].find(
    (candidate) => candidate && /^https?:\/\/\S+$/u.test(candidate) && URL.canParse(candidate),
  );
  if (address) hints.url = address;
  return hints;
}

/** Most lines a title is printed on. */
const mostTitleLines = 4;

/**
 * The title among the lines before the article: the last ones that together read like one, in one block or each in its
 * own, with the lines of the body's name before it.
 */
function titleAmong(before: readonly HtmlLine[]): readonly HtmlLine[] {
  const texts = before.map(({ text }) => fold(text));
  const isTitle = (from: number, to: number) => {
    const text = texts.slice(from, to + 1).join('');
    return isTitleLine(text) && !isTrail(text);
  };
  const isHeading = (at: number) => /^h[1-6]$/iu.test(before[at]?.block.tagName ?? '');
  for (let to = before.length - 1; to >= 0; to--) {
    let best: number | undefined;
    for (let from = to; from > Math.max(-1, to - mostTitleLines); from--) {
      const inBlock = before[from]?.block === before[to]?.block;
      const joins = inBlock || isTitleHead(texts[from] as string);
      // a whole title above is the same one, printed twice
      if (from < to && (!joins || (best !== undefined && isTitle(from, from) && !inBlock))) break;
      if (isTitle(from, to)) best = from;
    }
    if (best === undefined) continue;
    let end = to;
    while (isHeading(end) && before[end + 1]?.block === before[end]?.block) end++;
    return before.slice(best, end + 1);
  }
  return [];
}

/** Lines before the article that belong to it: its title, and labels such as 索引号 and 发布日期. */
function headOf(before: readonly HtmlLine[], opening: string, pageTitle: string): HtmlLine[] {
  const title = titleAmong(before);
  const repeated = opening.includes(withoutBlanks(title.map(({ text }) => text).join('')));
  return before.filter((line) => {
    const folded = fold(line.text);
    if (visibleLength(folded) > 200) return false;
    if (title.includes(line)) return !repeated;
    // Some pages bear no other title than the name of a body.
    if (title.length === 0 && isBodyName(folded) && withoutBlanks(line.text) === pageTitle)
      return true;
    const labels = readLabels(line.text, true);
    return labels?.some(({ value }) => value !== '') || isPageDate(folded.replace(/\t/gu, ''));
  });
}

/** Most lines outside the article that are kept, and their greatest length: names of sites and trails are short. */
const aroundArticle = { lines: 80, characters: 80 };

/** What the page says of itself outside the article: its title, the name of the site, menus, foot. */
function aroundOf($: cheerio.CheerioAPI, { container, all }: Article): string[] {
  const names = ['title', 'meta[name=SiteName i]', 'meta[property="og:site_name"]'].map(
    (selector) => oneLine($(selector).first().attr('content') ?? $(selector).first().text()),
  );
  const outside = all
    .filter(({ block }) => block !== container && !$.contains(container, block))
    .map(({ text }) => oneLine(text));
  return [...names, ...outside]
    .filter((line) => line !== '' && line.length <= aroundArticle.characters)
    .slice(0, aroundArticle.lines);
}

const withoutBlanks = (text: string) => text.replace(/\s+/gu, '');

const isTrail = (text: string) => /[>»›→]/u.test(text);

/**
 * Reads a saved page.
 * @throws {Refusal} when it holds no text, or is in no known encoding
 */
export function readHtml(bytes: Uint8Array): ExtractedDocument {
  const { text: html, encoding } = decodeText(bytes, declaredEncoding(bytes));
  return readHtmlText(html, encoding);
}

/** Reads a decoded page; `encoding` is told to people. */
export function readHtmlText(html: string, encoding: string): ExtractedDocument {
  const $ = cheerio.load(html, { sourceCodeLocationInfo: true });
  const hints = readHints($, html);
  const article = findArticle($);
  if (!article || article.lines.length === 0) throw new Refusal('import-empty');
  const { container, lines } = article;
  hints.around = aroundOf($, article);
  const isInside = ({ block }: { block: Element }) =>
    block === container || $.contains(container as Element, block);
  const first = lines.findIndex(isInside);
  const inside = lines.filter(isInside);
  const wordsOf = (some: readonly HtmlLine[]) =>
    withoutBlanks(some.map((line) => line.text).join(''));
  const opening = wordsOf(inside.slice(0, 3));
  const head = headOf(
    lines.slice(0, Math.max(0, first)),
    opening,
    withoutBlanks($('title').first().text()),
  );
  const trail = lines.map(({ text }) => text).find((text) => isBreadcrumb(fold(text)));
  const body = trail && bodyInTrail(trail);
  if (body) hints.trail = body;
  const known = wordsOf([...head, ...inside.slice(0, 6)]);
  const seen: SeenLine[] = [
    ...(hints.title && !known.includes(hints.title) ? [{ text: hints.title, runs: [] }] : []),
    ...head,
    ...inside,
  ];
  const text = seen.map((line) => line.text).join('\n');
  if (text.trim() === '') throw new Refusal('import-empty');
  const hidden = article.hidden
    .filter(isInside)
    .map(({ text: words, how, line }) => ({ text: words, how, line }));
  return {
    format: 'html',
    detail: encoding,
    text: `${text}\n`,
    verbatim: false,
    hints,
    headings: headingsOf(seen),
    hidden,
  };
}
