/** What the converter recognises in a text whose region and year nobody has said yet. */
import type { Region } from '../../../src/model/regions.ts';
import type { FurnitureLine, Kind } from '../../../src/model/report.ts';
import { isPassage, type SectionStyle } from '../../../src/model/section-styles.ts';
import type { ThemesFile } from '../../../src/model/themes.ts';
import type { Knowledge } from '../../convert/convert-report.ts';
import { fold, trimHeading, visibleLength } from '../../convert/parse/grammar.ts';
import { isBreadcrumb, isNavigation } from '../../convert/parse/page-grammar.ts';
import { joinLines } from '../../convert/parse/paragraphs.ts';
import { markerAt } from '../../convert/parse/section-numbers.ts';
import { tokenize } from '../../convert/parse/tokens.ts';
import { buildTree } from '../../convert/parse/tree.ts';
import { type ZonedLine, zone } from '../../convert/parse/zones.ts';
import { classify } from '../../convert/resolve/classify.ts';
import { detectRegion, type RegionCandidate } from '../../convert/resolve/detect-region.ts';
import { type IdentifiedNode, identify } from '../../convert/resolve/ids.ts';
import { detectMetadata } from '../../convert/resolve/metadata.ts';
import type { HeaderFields } from '../../convert/types.ts';
import type { Hints } from '../read/document.ts';

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
  issuer: string | null;
  kind: Kind;
  region: { code: string; name: string; path: string[] } | null;
  year: number | null;
  published: string | null;
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
    ...outlineOf(node.children, level + 1),
  ]);
}

function themesOf(nodes: readonly IdentifiedNode[], file: ThemesFile): string[] {
  const found = new Set<string>();
  const visit = (siblings: ReturnType<typeof classify>): void => {
    for (const node of siblings) {
      for (const slug of node.themes) found.add(slug);
      visit(node.children);
    }
  };
  visit(classify(nodes, file));
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
    .map(({ text }) => text)
    .filter((text) => {
      const folded = fold(text);
      return (
        visibleLength(folded) >= 6 &&
        visibleLength(folded) <= 80 &&
        !/[。;]/u.test(folded) &&
        markerAt(folded, 0) === undefined &&
        !isBreadcrumb(folded) &&
        !isNavigation(folded)
      );
    });
}

/** Fills the labels of the text with what the page says in its head. */
function withHints(fields: HeaderFields, hints: Hints): HeaderFields {
  const filled: HeaderFields = { ...fields };
  for (const name of ['title', 'published', 'source', 'documentNumber', 'indexNumber'] as const) {
    const value = hints[name];
    if (value !== undefined) filled[name] ??= { value, line: 0 };
  }
  return filled;
}

/** Letters, figures and Han characters of a text. */
export function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a report of a year may have been published on a date: in that year or up to three years later. */
function fits(year: number, published: string | undefined): boolean {
  const now = new Date().getFullYear();
  const lag = (published === undefined ? now : Number(published.slice(0, 4))) - year;
  return year >= 1990 && year <= now && lag >= 0 && (published === undefined || lag <= 3);
}

/** Recognises a report. Total: any text gives a result. */
export function recognise(
  text: string,
  hints: Hints,
  { regions, themes }: Knowledge,
  given: Given = {},
): Recognition {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line, index) => ({ number: index + 1, text: line.trim() }));
  const zones = zone(lines);
  const fields = withHints(zones.fields, hints);
  const tree = buildTree(tokenize(joinLines(zones.lines)));
  const identified = identify(tree.children);
  const body = textOf(zones.lines, 'text');
  const regionFound = detectRegion(
    {
      title: textOf(zones.lines, 'title') || fields.title?.value || null,
      issuer: fields.publisher?.value ?? null,
      signature: textOf(zones.lines, 'closing'),
      header: textOf(zones.lines, 'furniture'),
      text: body,
    },
    regions,
  );
  const region: Region | null = given.region
    ? (regions.regionByCode(given.region) ?? null)
    : regionFound.certain
      ? regionFound.region
      : null;
  const metadata = detectMetadata(tree, fields, region ?? undefined);
  const year = given.year ?? metadata.year?.value ?? null;
  const uncertain: UncertainField[] = [];
  if (!region) uncertain.push('region');
  if (year === null || !fits(year, metadata.published?.value)) uncertain.push('year');
  if (!metadata.title) uncertain.push('title');
  if (metadata.kind === 'other') uncertain.push('kind');
  return {
    detection: {
      title: metadata.title?.value ?? null,
      issuer: metadata.issuer?.value ?? null,
      kind: metadata.kind,
      region: region && { code: region.code, name: region.name, path: region.path },
      year,
      published: metadata.published?.value ?? null,
      documentNumber: metadata.documentNumber?.value ?? null,
      indexNumber: metadata.indexNumber?.value ?? null,
      source: metadata.source?.value ?? null,
      furniture: zones.lines
        .filter((line) => line.role === 'furniture')
        .map((line) => ({ line: line.number, text: line.text })),
      outline: outlineOf(identified),
      uncertain,
    },
    candidates: regionFound.candidates,
    words: wordsOf(
      zones.lines
        .filter((line) => line.role !== 'furniture')
        .map((line) => line.text)
        .join(''),
    ),
    head: headOf(zones.lines),
    body,
    themes: themesOf(identified, themes),
  };
}
