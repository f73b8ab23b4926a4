/** Reader of saved web pages: the article with its title and labels, and what the page says of itself in its head. */
import * as cheerio from 'cheerio';
import type { Element } from 'domhandler';
import {
  documentNumberPattern,
  fold,
  isDateLine,
  isTitleLine,
  oneLine,
  parseDate,
  visibleLength,
} from '../../convert/parse/grammar.ts';
import { readLabels } from '../../convert/parse/page-grammar.ts';
import { Refusal } from '../refusal.ts';
import { declaredEncoding, decodeText } from './decode-text.ts';
import type { ExtractedDocument, Hints } from './document.ts';
import { headingsOf, type SeenLine } from './emphasis.ts';
import { findArticle } from './html-article.ts';
import type { HtmlLine } from './html-lines.ts';

/** Names of meta tags, the ones Chinese government sites must carry (政府网站发展指引) first. */
const metaNames: Record<keyof Hints, string[]> = {
  title: ['ArticleTitle', 'og:title', 'DC.Title'],
  published: ['PubDate', 'publishdate', 'article:published_time', 'DC.Date', 'createDate'],
  source: ['ContentSource', 'Source', 'DC.Source'],
  documentNumber: ['DocumentNumber', 'fwzh'],
  indexNumber: ['IndexNumber', 'IdxID', 'indexCode'],
  url: ['Url', 'og:url'],
};

/** Values that say nothing. */
const empty = /^(?:|-+|—+|无|暂无|null|undefined|本站|本网|原创)$/iu;

function readHints($: cheerio.CheerioAPI, html: string): Hints {
  const values = new Map<string, string>();
  for (const meta of $('meta').toArray()) {
    const name = (meta.attribs['name'] ?? meta.attribs['property'] ?? '').toLowerCase();
    const value = oneLine((meta.attribs['content'] ?? '').replace(/\s+/gu, ' '));
    if (name && !empty.test(value) && !values.has(name)) values.set(name, value);
  }
  const meta = (field: keyof Hints) =>
    metaNames[field].map((name) => values.get(name.toLowerCase())).find(Boolean);
  const hints: Hints = {};
  const title = [meta('title'), oneLine($('title').first().text()).split(/[_|]| - |—/u)[0]]
    .map((candidate) => candidate?.replace(/\s+/gu, '').trim())
    .find((candidate) => candidate && isTitleLine(fold(candidate)));
  if (title) hints.title = title;
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
 * The title among the lines before the article: the last block whose lines together read like one, or, where a block holds
 * more than a title, its last line that does.
 */
function titleAmong(before: readonly HtmlLine[]): readonly HtmlLine[] {
  const runs: HtmlLine[][] = [];
  for (const line of before) {
    const run = runs.at(-1);
    if (run?.[0]?.block === line.block) run.push(line);
    else runs.push([line]);
  }
  const isTitle = (lines: readonly HtmlLine[]) => {
    const text = lines.map((line) => line.text).join('');
    return lines.length <= mostTitleLines && isTitleLine(fold(text)) && !isTrail(text);
  };
  const titles = runs.flatMap((run) =>
    isTitle(run) ||
    run.every(
      ({ block }) => /^h[1-6]$/iu.test(block.tagName) && run.some((line) => isTitle([line])),
    )
      ? [run]
      : run.filter((line) => isTitle([line])).map((line) => [line]),
  );
  return titles.at(-1) ?? [];
}

/** Lines before the article that belong to it: its title, and labels such as 索引号 and 发布日期. */
function headOf(before: readonly HtmlLine[], opening: string): HtmlLine[] {
  const title = titleAmong(before);
  const repeated = opening.includes(withoutBlanks(title.map(({ text }) => text).join('')));
  return before.filter((line) => {
    const folded = fold(line.text);
    if (visibleLength(folded) > 200) return false;
    if (title.includes(line)) return !repeated;
    const labels = readLabels(line.text);
    return labels?.some(({ value }) => value !== '') || isDateLine(folded.replace(/\t/gu, ''));
  });
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
  const isInside = ({ block }: { block: Element }) =>
    block === container || $.contains(container as Element, block);
  const first = lines.findIndex(isInside);
  const inside = lines.filter(isInside);
  const wordsOf = (some: readonly HtmlLine[]) =>
    withoutBlanks(some.map((line) => line.text).join(''));
  const opening = wordsOf(inside.slice(0, 3));
  const head = headOf(lines.slice(0, Math.max(0, first)), opening);
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
