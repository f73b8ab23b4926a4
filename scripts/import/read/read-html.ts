/** Reader of saved web pages: the article with its title and labels, and what the page says of itself in its head. */
import * as cheerio from 'cheerio';
import type { Element } from 'domhandler';
import {
  documentNumberPattern,
  fold,
  isDateLine,
  isTitleLine,
  parseDate,
  visibleLength,
} from '../../convert/parse/grammar.ts';
import { readLabels } from '../../convert/parse/page-grammar.ts';
import { Refusal } from '../refusal.ts';
import { declaredEncoding, decodeText } from './decode-text.ts';
import type { ExtractedDocument, Hints } from './document.ts';
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
    const value = (meta.attribs['content'] ?? '').replace(/\s+/gu, ' ').trim();
    if (name && !empty.test(value) && !values.has(name)) values.set(name, value);
  }
  const meta = (field: keyof Hints) =>
    metaNames[field].map((name) => values.get(name.toLowerCase())).find(Boolean);
  const hints: Hints = {};
  const title = [
    meta('title'),
    $('title')
      .first()
      .text()
      .split(/[_|]| - |—/u)[0],
  ]
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

/** Lines before the article that belong to it: its title, and labels such as 索引号 and 发布日期. */
function headOf(before: readonly HtmlLine[], opening: readonly string[]): string[] {
  const titles = before.filter(({ text }) => isTitleLine(fold(text)) && !isTrail(text));
  const title = titles.at(-1)?.text;
  const kept = before.filter(({ text }) => {
    const folded = fold(text);
    if (visibleLength(folded) > 200) return false;
    if (text === title) return !opening.includes(text.trim());
    const labels = readLabels(text);
    return labels?.some(({ value }) => value !== '') || isDateLine(folded.replace(/\t/gu, ''));
  });
  return kept.map(({ text }) => text);
}

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
  const $ = cheerio.load(html);
  const hints = readHints($, html);
  const article = findArticle($);
  if (!article || article.lines.length === 0) throw new Refusal('import-empty');
  const { container, lines } = article;
  const isInside = ({ block }: HtmlLine) =>
    block === container || $.contains(container as Element, block);
  const first = lines.findIndex(isInside);
  const inside = lines.filter(isInside).map(({ text }) => text);
  const opening = inside.slice(0, 3).map((text) => text.trim());
  const head = headOf(lines.slice(0, Math.max(0, first)), opening);
  const known = [...head, ...inside.slice(0, 6)].join('').replace(/\s+/gu, '');
  const text = [
    ...(hints.title && !known.includes(hints.title) ? [hints.title] : []),
    ...head,
    ...inside,
  ].join('\n');
  if (text.trim() === '') throw new Refusal('import-empty');
  return { format: 'html', detail: encoding, text: `${text}\n`, verbatim: false, hints };
}
