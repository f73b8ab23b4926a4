/** What the converter recognises in a text whose region and year nobody has said yet. */
import { isUpdateLabel } from '../../../src/model/dates.ts';
import type { Region } from '../../../src/model/regions.ts';
import type { FurnitureLine, Kind, ReportData } from '../../../src/model/report.ts';
import { isPassage, type SectionStyle } from '../../../src/model/section-styles.ts';
import type { ThemesFile } from '../../../src/model/themes.ts';
import type { Knowledge } from '../../convert/convert-report.ts';
import { trimHeading, visibleLength } from '../../convert/parse/grammar.ts';
import { fromText } from '../../convert/parse/index.ts';
import { isBreadcrumb, isNavigation } from '../../convert/parse/page-grammar.ts';
import { markerAt } from '../../convert/parse/section-numbers.ts';
import type { HeaderFields, ZonedLine } from '../../convert/parse/types.ts';
import { sectionsOf, topSections, walkSections } from '../../convert/parse/walk.ts';
import { classify } from '../../convert/resolve/classify.ts';
import { detectRegion, type RegionCandidate } from '../../convert/resolve/detect-region.ts';
import { type IdentifiedNode, identify } from '../../convert/resolve/ids.ts';
import { detectMetadata, evidenceOf } from '../../convert/resolve/metadata.ts';
import { type Hints, hintLabels } from '../read/document.ts';

/** A heading of the report; `level` is its depth in the tree, from 1. */
export interface OutlineHeading {
  level: number;
  style: SectionStyle;
  number: number;
  heading: string | null;
}

/** Fields a person should look at. */
export type UncertainField = 'region' | 'year' | 'title' | 'kind' | 'report' | 'duplicate';

/** What was recognised, as `--json` prints it. Null where the file does not tell; nothing is composed. */
export interface Detection {
  title: string | null;
  /** All of `issuers` in one line. */
  issuer: string | null;
  issuers: string[];
  addressee: string | null;
  publisher: string | null;
  kind: Kind;
  region: { code: string; name: string; path: string[] } | null;
  /** Name of the township or street that reports. */
  town: string | null;
  /** Regions that come into question, best first, and what speaks for each. */
  regionCandidates: { code: string; path: string[]; evidence: string[] }[];
  year: number | null;
  published: string | null;
  signed: string | null;
  /** Where the fields were read that may be mistaken for others. */
  evidence: ReportData['evidence'];
  documentNumber: string | null;
  indexNumber: string | null;
  source: string | null;
  furniture: FurnitureLine[];
  outline: OutlineHeading[];
  uncertain: UncertainField[];
}

/** A detection with what people and later steps need beside it. */
export interface Recognition {
  detection: Detection;
  /** Regions that come into question, best first. */
  candidates: RegionCandidate[];
  /** The text without furniture, white space and punctuation aside: by it reports are compared. */
  words: string;
  /** Short lines where a title may stand, and the text below them. */
  head: string[];
  body: string;
  themes: string[];
}

/** What a person has said already. */
export interface Given {
  region?: string;
  year?: number;
  /** Codes of the regions whose reports come from the host of the page. */
  ofHost?: readonly string[];
}

function outlineOf(nodes: readonly IdentifiedNode[], level = 1): OutlineHeading[] {
  return nodes.flatMap((node) => [
    ...(isPassage(node)
      ? []
      : [
          {
            level,
            style: node.style,
            number: node.number,
            heading: node.heading === null ? null : trimHeading(node.heading) || null,
          },
        ]),
    ...outlineOf(sectionsOf(node), level + 1),
  ]);
}

function themesOf(nodes: readonly IdentifiedNode[], file: ThemesFile): string[] {
  const found = new Set([...walkSections(classify(nodes, file))].flatMap(({ themes }) => themes));
  return file.themes.filter(({ slug }) => found.has(slug)).map(({ name }) => name);
}

const textOf = (lines: readonly ZonedLine[], role: ZonedLine['role']) =>
  lines
    .filter((line) => line.role === role)
    .map((line) => line.text)
    .join('\n');

/** The first lines of the file that are short enough for a title, navigation left out. */
function headOf(lines: readonly ZonedLine[]): string[] {
  return lines
    .slice(0, 15)
    .filter(({ folded }) => {
      return (
        visibleLength(folded) >= 6 &&
        visibleLength(folded) <= 80 &&
        !/[。;]/u.test(folded) &&
        markerAt(folded, 0) === undefined &&
        !isBreadcrumb(folded) &&
        !isNavigation(folded)
      );
    })
    .map(({ text }) => text);
}

const hinted = [
  ...(['title', 'published', 'source', 'site', 'trail'] as const),
  ...(['documentNumber', 'indexNumber'] as const),
];

/** Fills the labels of the text with what the page says in its head. */
function withHints(fields: HeaderFields, hints: Hints): HeaderFields {
  const filled: HeaderFields = { ...fields };
  for (const name of hinted) {
    const value = hints[name];
    const label = hintLabels[name];
    // The code of the page knows better when it was published than 更新时间.
    const isBetter = name === 'published' && isUpdateLabel(filled.published?.label);
    if (value !== undefined && (isBetter || filled[name] === undefined))
      filled[name] = { value, line: 0, ...(label && { label }) };
  }
  return filled;
}

/** Letters, figures and Han characters of a text. */
export function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a report of a year may have been published on a date: in that year or up to three years later. */
function fits(year: number, published: string | undefined, now: number): boolean {
  const lag = (published === undefined ? now : Number(published.slice(0, 4))) - year;
  return year >= 1990 && year <= now && lag >= 0 && (published === undefined || lag <= 3);
}

/** Recognises a report. Total: any text gives a result. @param now the present year */
export function recognise(
  text: string,
  hints: Hints,
  { regions, themes }: Knowledge,
  given: Given,
  now: number,
): Recognition {
  const tree = fromText(text);
  const { lines } = tree.data;
  const fields = withHints(tree.data.fields, hints);
  const identified = identify(topSections(tree));
  const body = textOf(lines, 'text');
  const year = given.year ?? detectMetadata(tree, fields, undefined).year?.value ?? null;
  const regionFound = detectRegion(
    {
      title: textOf(lines, 'title'),
      pageTitle: fields.title?.value ?? null,
      issuer: [fields.publisher?.value, fields.source?.value].filter(Boolean).join('\n'),
      signature: textOf(lines, 'closing'),
      header: [textOf(lines, 'furniture'), ...(hints.around ?? [])].join('\n'),
      text: body,
      url: hints.url ?? null,
      ofHost: given.ofHost ?? [],
      year,
    },
    regions,
  );
  const region: Region | null = given.region
    ? (regions.inYear(given.region, year ?? now) ?? null)
    : regionFound.region;
  const metadata = detectMetadata(tree, fields, region ?? undefined);
  const uncertain: UncertainField[] = [];
  if (!region) uncertain.push('region');
  if (year === null || !fits(year, metadata.published?.value, now)) uncertain.push('year');
  if (!metadata.title) uncertain.push('title');
  if (!metadata.kindFound) uncertain.push('kind');
  return {
    detection: {
      title: metadata.title?.value ?? null,
      issuer: metadata.issuers.map(({ value }) => value).join('、') || null,
      issuers: metadata.issuers.map(({ value }) => value),
      addressee: metadata.addressee?.value ?? null,
      publisher: metadata.publisher?.value ?? null,
      kind: metadata.kind,
      region: region && { code: region.code, name: region.name, path: region.path },
      town: regionFound.town,
      regionCandidates: regionFound.candidates.map(({ region: { code, path }, evidence }) => ({
        code,
        path,
        evidence,
      })),
      year,
      published: metadata.published?.value ?? null,
      signed: metadata.signed?.value ?? null,
      evidence: evidenceOf(metadata),
      documentNumber: metadata.documentNumber?.value ?? null,
      indexNumber: metadata.indexNumber?.value ?? null,
      source: metadata.source?.value ?? null,
      furniture: lines
        .filter((line) => line.role === 'furniture')
        .map((line) => ({ line: line.number, text: line.text })),
      outline: outlineOf(identified),
      uncertain,
    },
    candidates: regionFound.candidates,
    words: wordsOf(
      lines
        .filter((line) => line.role !== 'furniture')
        .map((line) => line.text)
        .join(''),
    ),
    head: headOf(lines),
    body,
    themes: themesOf(identified, themes),
  };
}
