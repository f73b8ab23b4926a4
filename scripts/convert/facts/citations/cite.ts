/** Documents a report cites: every 《…》 that is one, and the document it names. */
import { createHash } from 'node:crypto';
import { type Documents, normaliseName } from '../../../../src/model/documents.ts';
import type { CitationFact } from '../../../../src/model/facts.ts';
import type { Passage } from '../quantities/collect.ts';
import { sentenceEnd, sentenceStart } from '../quantities/context.ts';
import { documentNumber, documentYear, inferKind } from './describe.ts';
import { type NameSpan, nameSpans } from './names.ts';

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

/**
 * The documents cited in a passage, in reading order.
 * @param region the region of the report: names that hold its own name are local
 */
export function citations(
  passage: Passage,
  documents: Documents,
  region: { code: string; path: readonly string[] },
): CitationFact[] {
  const { text, section, field } = passage;
  return nameSpans(text).flatMap((span) => {
    if (span.name.trim() === '' || isWork(text, span, documents)) return [];
    const known = documents.byName.get(normaliseName(span.name));
    const number = documentNumber(text, span.start, span.end);
    const from = sentenceStart(text, span.start);
    const to = sentenceEnd(text, span.end);
    const quote =
      to - from <= 120
        ? text.slice(from, to)
        : text.slice(Math.max(from, span.start - 40), Math.min(to, span.end + 40));
    return [
      {
        section,
        field,
        start: span.start,
        end: span.end,
        name: span.name,
        canonical: known?.name ?? listedName(span.name),
        slug: known?.slug ?? slugOf(keyOf(span.name, region.code)),
        kind: known?.kind ?? inferKind(span.name, number, region.path),
        number,
        year: known?.year ?? documentYear(span.name, number),
        quote: quote.trim(),
      },
    ];
  });
}
