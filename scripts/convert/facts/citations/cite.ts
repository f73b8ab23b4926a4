/** Documents a report cites: every 《…》 that is one, every number that stands alone, and the document each names. */
import { createHash } from 'node:crypto';
import { type Documents, normaliseName, normaliseNumber } from '../../../../src/model/documents.ts';
import type { CitationFact } from '../../../../src/model/facts.ts';
import { simplify } from '../../parse/simplify.ts';
import type { Passage } from '../quantities/collect.ts';
import { sentenceEnd, sentenceStart } from '../quantities/context.ts';
import { documentYear, inferKind } from './describe.ts';
import { type NameSpan, nameSpans } from './names.ts';
import { type NumberSpan, numberSpans } from './numbers.ts';
import { shortNames } from './short-names.ts';

/** Words around a name that make it a newspaper, a programme or a work. */
const workBefore =
  /(?:栏目|节目|专栏|频道|报纸|杂志|刊物|视频|微电影|短片|歌曲|宣传片|动漫|图书|书籍|话剧|情景剧|纪录片|电影)(?:“|——|为|是|名为)?$/u;
const workAfter =
  /^(?:等)?(?:栏目|节目|专栏|频道|杂志|报纸|微电影|短片|宣传片|电影|纪录片|专题片|情景剧|小品|快板|歌曲)/u;
const publishedIn = /(?:在|于|登上|刊登于|发表于|刊发于)$/u;

function isWork(text: string, span: NameSpan, documents: Documents): boolean {
  const name = span.name.trim();
  if (documents.works.some((pattern) => pattern.test(name))) return true;
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  const after = text.slice(span.end, span.end + 12);
  if (workBefore.test(before) || workAfter.test(after)) return true;
  return publishedIn.test(before) && /^(?:上)?(?:开设|刊发|刊登|发表|刊载|推出)/u.test(after);
}

/** Names that hold a place, the state or the Party say whose document it is. */
const owned =
  /(?<![全我本各])[\p{Script=Han}]{2,7}(?:省|市|县|区|州|盟|旗)(?!级|委|直|属|域)|全国|国务院|中央|中共|中国|国家|^[^关][\p{Script=Han}]{2,16}(?:法|法典|条例)$/u;

/** The region's code keeps documents of one name apart: every county has its 《实施方案》. */
function keyOf(name: string, region: string): string {
  const key = normaliseName(name);
  return owned.test(key) ? key : `${region} ${key}`;
}

/** Address of a document that `documents.yaml` does not know: from its name, the same in every build. */
function slugOf(key: string): string {
  return `d-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}

/** The name as it is listed: full-width brackets, a dash between years, single brackets inside. */
function listedName(name: string): string {
  return name
    .replace(/[\s\u00a0\u3000]+/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/(?<=\d{4}年?)[-–—－~～]+(?=\d{4})/gu, '—')
    .replace(/[<＜《]/gu, '〈')
    .replace(/[>＞》]/gu, '〉');
}

/** What is not in force yet goes by its own name. */
const draft = /[(（](?:草案|送审稿|征求意见稿)[^()（）]*[)）]$/u;

/** Brackets and blanks between a name and its number. */
const between = /^[(（[)）\]\s]*$/u;
const mostBetween = 3;
/** A number without its issuer counts only right behind a name. */
const bareOrder = /^\s?[(（[]?\s?(第\d{1,4}号)/u;

/** Finds the number that is printed beside a name. */
function numberFinder(text: string, numbers: readonly NumberSpan[]) {
  const starts = new Map(numbers.map((each) => [each.start, each]));
  const ends = new Map(numbers.map((each) => [each.end, each]));
  return ({ start, end }: NameSpan): { span?: NumberSpan; number: string } | undefined => {
    for (let gap = 0; gap <= mostBetween; gap++) {
      const behind = between.test(text.slice(end, end + gap)) && starts.get(end + gap);
      const before = between.test(text.slice(start - gap, start)) && ends.get(start - gap);
      const span = behind || before;
      if (span) return { span, number: span.number };
    }
    const order = bareOrder.exec(text.slice(end, end + 12))?.[1];
    return order === undefined ? undefined : { number: order };
  };
}

/** The text without its names; offsets stay. */
function withoutNames(text: string, spans: readonly NameSpan[]): string {
  let at = 0;
  const pieces = spans.map(({ start, end }) => {
    const piece = text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
    return piece;
  });
  return pieces.join('') + text.slice(at);
}

/** Longest quote of a citation, and about how much of a longer sentence stands on either side. */
const longestQuote = 120;
const aroundName = 40;

/** Signs behind which a long sentence may be cut. */
const cuts = new Set('，,、：:；;');

/**
 * The sentence that holds a name; of a long one the clauses around it, for words are not cut.
 * @param spans names of documents, inside of which no sentence is cut either
 */
function quoteAround(text: string, { start, end }: NameSpan, spans: readonly NameSpan[]) {
  const from = sentenceStart(text, start);
  const to = sentenceEnd(text, end);
  const isCut = (at: number) =>
    cuts.has(text[at - 1] as string) && !spans.some((span) => span.start < at && at < span.end);
  let [first, last] = [from, to];
  if (to - from > longestQuote) {
    // The farthest cut that is near enough, else the nearest one that is not.
    const before = Math.max(from, start - aroundName);
    first = before;
    while (first < start && first > from && !isCut(first)) first++;
    if (first === start) for (first = before; first > from && !isCut(first); ) first--;
    const after = Math.min(to, end + aroundName);
    last = after;
    while (last > end && last < to && !isCut(last)) last--;
    if (last === end) for (last = after; last < to && !isCut(last); ) last++;
  }
  return {
    quote: text.slice(first, last).trim(),
    cutBefore: first > from,
    cutAfter: last < to,
  };
}

/** A number that is a line of its own is that of the report itself. */
function isLine(text: string, { start, end }: NumberSpan): boolean {
  const before = /(?:^|\n)\s{0,20}$/u.test(text.slice(Math.max(0, start - 21), start));
  return before && /^\s{0,20}(?:\n|$)/u.test(text.slice(end, end + 21));
}

/**
 * The documents that a report cites, in reading order.
 * @param passages all texts of the report
 * @param region the region of the report: names that hold its own name are local
 */
export function citations(
  passages: readonly Passage[],
  documents: Documents,
  region: { code: string; path: readonly string[] },
): CitationFact[] {
  const named = passages.map(({ text }) => ({ text, spans: nameSpans(text) }));
  const meant = shortNames(named);
  const fact = (
    { section, field, text }: Passage,
    span: NameSpan,
    number: string | null,
    spans: readonly NameSpan[],
  ): CitationFact => {
    const { start, end, name } = span;
    const full = simplify(meant.get(name) ?? name);
    const known = draft.test(full)
      ? undefined
      : (documents.byName.get(normaliseName(full)) ??
        documents.national.get(normaliseName(full)) ??
        documents.byNumber.get(normaliseNumber(full)));
    const title =
      known?.name ??
      (name === number ? normaliseNumber(name) : listedName(meant.get(name) ?? name));
    return {
      section,
      field,
      start,
      end,
      name,
      canonical: title,
      slug: known?.slug ?? slugOf(keyOf(known?.name ?? full, region.code)),
      kind: known?.kind ?? inferKind(full, number, region.path),
      number,
      year: known?.year ?? documentYear(full, number),
      ...quoteAround(text, span, spans),
    };
  };
  return passages.flatMap((passage, index) => {
    const { text } = passage;
    const spans = named[index]?.spans ?? [];
    const numbers = numberSpans(withoutNames(text, spans));
    const beside = numberFinder(text, numbers);
    const taken = new Set<NumberSpan | undefined>();
    const byName = spans.flatMap((span) => {
      const found = beside(span);
      taken.add(found?.span);
      const isDocument = span.name.trim() !== '' && !isWork(text, span, documents);
      return isDocument ? [fact(passage, span, found?.number ?? null, spans)] : [];
    });
    const byNumber = numbers
      .filter((span) => !taken.has(span) && !isLine(text, span))
      .map((span) => fact(passage, { ...span, name: span.number }, span.number, spans));
    return [...byName, ...byNumber].sort((a, b) => a.start - b.start);
  });
}
