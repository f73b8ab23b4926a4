/**
 * The whole way of one report, from its bytes to the text of its generated files. Pure: no file is read or written
 * here, and every fault is a message on the file it stands in.
 */

import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { type ReportFacts, reportFacts } from '../../src/model/facts.ts';
import { genre } from '../../src/model/genre.ts';
import { isZone, type Region, type Regions } from '../../src/model/regions.ts';
import {
  type ReportData,
  type ReportFrontmatter,
  reportData,
  reportFrontmatter,
} from '../../src/model/report.ts';
import { reportIdPattern } from '../../src/model/report-id.ts';
import type { ThemesFile } from '../../src/model/themes.ts';
import { emptyAnnotation, type LocatedAnnotation, readAnnotation } from './editor/annotation.ts';
import { withHeadings } from './editor/headings.ts';
import { checkRedirects, checkSections, editorNotes } from './editor/sections.ts';
import { type FactKnowledge, readFacts } from './facts/facts.ts';
import { isBlocked, report } from './messages.ts';
import { fromText } from './parse/index.ts';
import { lineBreak } from './parse/lines.ts';
import { readSource } from './parse/read.ts';
import type { ZonedLine } from './parse/types.ts';
import { titlesOf, topSections, withSections } from './parse/walk.ts';
import { classify } from './resolve/classify.ts';
import { detectRegion, type RegionDetection } from './resolve/detect-region.ts';
import { liesIn } from './resolve/gazetteer.ts';
import { identify } from './resolve/ids.ts';
import { detectMetadata, evidenceOf, type Metadata } from './resolve/metadata.ts';
import { checkNumbering } from './resolve/numbering.ts';
import { type Anchor, anchorsOf } from './write/anchors.ts';
import { printedText, toSections } from './write/data.ts';
import { textMarks } from './write/marks.ts';
import { toMdx } from './write/mdx.ts';
import { type ConversionRecord, makeRecord } from './write/record.ts';

/** A report as a maintainer keeps it. */
export interface ReportInput {
  id: string;
  /** The published text, byte for byte. */
  source: Uint8Array;
  sourcePath: string;
  /** `report.yaml`; absent where nobody has said anything. */
  annotation?: string;
  annotationPath: string;
}

/** What the conversion of one report depends on beside the report. */
export interface Knowledge {
  themes: ThemesFile;
  regions: Regions;
  /** Catalogues of indicators and documents; absent where only the text matters, as on import. */
  facts?: FactKnowledge;
}

/** The generated files of a report, or none where a fault blocks it; and the messages either way. */
export interface Conversion {
  files: VFile[];
  output?: {
    mdx: string;
    data: ReportData;
    record: ConversionRecord;
    facts: ReportFacts | null;
    /** Addresses of the page and what they stand for. */
    anchors: Anchor[];
  };
}

interface Identity {
  region: Region;
  year: number;
}

/** Region and year of a report, from its id; what an editor says must agree. */
function identityOf(
  input: ReportInput,
  { value, placeOf }: LocatedAnnotation,
  regions: Regions,
  source: VFile,
  file: VFile,
): Identity | undefined {
  const match = reportIdPattern.exec(input.id);
  if (!match?.groups) {
    report(source, 'report-id', undefined, { id: input.id });
    return undefined;
  }
  const code = match.groups['code'] as string;
  const year = Number(match.groups['year']);
  if (value.year !== undefined && value.year !== year)
    report(file, 'year-contradicts-id', placeOf(['year']), { year: value.year, expected: year });
  if (value.region !== undefined && value.region !== code) {
    if (!regions.regionByCode(value.region))
      report(file, 'region-unknown', placeOf(['region']), { code: value.region });
    else
      report(file, 'region-contradicts-id', placeOf(['region']), {
        code: value.region,
        expected: code,
      });
  }
  const region = regions.inYear(code, year);
  if (!region) report(source, 'region-unknown', undefined, { code });
  return region ? { region, year } : undefined;
}

/** Lines an editor names must exist and hold text. */
function checkLines(text: string, annotation: LocatedAnnotation, file: VFile): void {
  const lines = text.split(lineBreak);
  const { furniture = [], keep = [], unnumbered = [] } = annotation.value;
  const headings = unnumbered.map(({ line }) => line);
  for (const [field, numbers] of Object.entries({ furniture, keep, unnumbered: headings })) {
    for (const [index, number] of numbers.entries()) {
      const line = lines[number - 1];
      const why = !line
        ? `原文只有 ${lines.length} 行`
        : line.trim() === ''
          ? '这一行是空行'
          : undefined;
      if (why)
        report(file, 'furniture-line', annotation.placeOf([field, index]), { line: number, why });
    }
  }
}

/** Says where the text seems to speak of another region or year than the id. */
function checkDetected(
  identity: Identity,
  metadata: Metadata,
  annotation: LocatedAnnotation,
  zoned: readonly ZonedLine[],
  regions: Regions,
  file: VFile,
): RegionDetection {
  const textOf = (role: ZonedLine['role']) =>
    zoned
      .filter((line) => line.role === role)
      .map((line) => line.text)
      .join('\n');
  const detection = detectRegion(
    {
      title: textOf('title'),
      signature: textOf('closing'),
      header: textOf('furniture'),
      text: textOf('text'),
      year: identity.year,
    },
    regions,
  );
  if (
    annotation.value.region === undefined &&
    detection.region &&
    detection.region.code !== identity.region.code &&
    // A zone speaks as a part of its city.
    !(isZone(identity.region) && liesIn(identity.region, detection.region))
  ) {
    report(file, 'region-doubtful', undefined, {
      detected: `${detection.region.path.join('')}(${detection.region.code})`,
      expected: identity.region.code,
    });
  }
  if (
    annotation.value.year === undefined &&
    metadata.year &&
    metadata.year.value !== identity.year
  ) {
    report(
      file,
      'year-doubtful',
      { line: metadata.year.line, column: 1 },
      { detected: metadata.year.value, expected: identity.year },
    );
  }
  return detection;
}

const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

/**
 * Converts one report.
 * @throws only in impossible states: when characters of the source were lost on the way
 */
export function convertReport(input: ReportInput, knowledge: Knowledge): Conversion {
  const source = new VFile({ path: input.sourcePath });
  const file = new VFile({ path: input.annotationPath });
  const files = [source, file];
  const sourceText = readSource(input.source, source);
  const annotation =
    input.annotation === undefined ? emptyAnnotation : readAnnotation(input.annotation, file);
  const identity = identityOf(
    input,
    annotation ?? emptyAnnotation,
    knowledge.regions,
    source,
    file,
  );
  if (sourceText === undefined || !annotation) return { files };
  checkLines(sourceText, annotation, file);

  const { value } = annotation;
  const parsed = fromText(
    sourceText,
    { add: new Set(value.furniture), keep: new Set(value.keep) },
    value.unnumbered,
  );
  const { lines, fields } = parsed.data;
  const headed = withHeadings(parsed, annotation, file);
  const identified = identify(topSections(headed));
  const overrides = checkSections(identified, annotation, knowledge.themes, file);
  checkRedirects(identified, annotation, file);
  const notes = editorNotes(identified, annotation, file);
  checkNumbering(identified, source);
  if (!identity || isBlocked(source) || isBlocked(file)) return { files };

  const nodes = classify(identified, knowledge.themes, overrides);
  const tree = withSections(headed, nodes);
  const facts = knowledge.facts
    ? readFacts({ id: input.id, region: identity.region }, nodes, knowledge.facts, annotation, file)
    : null;
  if (isBlocked(file)) return { files };
  const metadata = detectMetadata(tree, fields, identity.region);
  const detectedRegion = checkDetected(
    identity,
    metadata,
    annotation,
    lines,
    knowledge.regions,
    source,
  );
  const text = withoutBlanks(printedText(tree));
  const kept = withoutBlanks(
    lines
      .filter((line) => line.role !== 'furniture')
      .map((line) => line.text)
      .join(''),
  );
  if (text !== kept) throw new Error(`${input.id}: the tree does not hold the text of the source`);

  const title = value.title ?? metadata.title?.value ?? composeTitle(metadata, identity);
  const titleOrigin =
    value.title !== undefined ? 'editor' : metadata.title ? 'printed' : 'composed';
  if (titleOrigin === 'composed') report(source, 'title-composed', undefined, { title });
  const issuers =
    value.issuers ??
    (value.issuer === undefined ? metadata.issuers.map((issuer) => issuer.value) : [value.issuer]);
  const shared = {
    id: input.id,
    title,
    issuer: issuers.join('、') || null,
    issuers,
    addressee: value.addressee ?? metadata.addressee?.value ?? null,
    publisher: value.publisher ?? metadata.publisher?.value ?? null,
    kind: value.kind ?? metadata.kind,
    region: { code: identity.region.code, name: identity.region.name, path: identity.region.path },
    town: value.town ?? detectedRegion.town,
    year: identity.year,
    published: value.published ?? metadata.published?.value ?? null,
    signed: value.signed ?? metadata.signed?.value ?? null,
    evidence: evidenceOf(metadata, value),
    documentNumber: value.documentNumber ?? metadata.documentNumber?.value ?? null,
    indexNumber: value.indexNumber ?? metadata.indexNumber?.value ?? null,
    source: value.source ?? metadata.source?.value ?? null,
    url: value.url ?? null,
    sha256: createHash('sha256').update(input.source).digest('hex'),
  };
  const furniture = lines
    .filter((line) => line.role === 'furniture')
    .map((line) => ({ line: line.number, text: line.text }));
  const frontmatter: ReportFrontmatter = reportFrontmatter.parse({
    ...shared,
    titleOrigin,
    retrieved: value.retrieved ?? null,
    overridden: Object.keys(value)
      .filter((key) => value[key as keyof typeof value] !== undefined)
      .sort(),
    notes: notes.map(({ number, section, exact, text: words }) => ({
      number,
      section,
      exact,
      text: words,
    })),
    redirects: value.redirects ?? {},
    characters: text.length,
  });
  return {
    files,
    output: {
      mdx: toMdx(frontmatter, tree, notes, facts ? textMarks(nodes, facts) : []),
      data: reportData.parse({
        ...shared,
        printedTitle: titlesOf(tree)
          .map(({ value }) => value)
          .join('\n'),
        furniture,
        sections: toSections(nodes),
      }),
      facts: facts && reportFacts.parse(facts),
      record: makeRecord(frontmatter, furniture, metadata, annotation, detectedRegion, tree),
      anchors: anchorsOf(nodes),
    },
  };
}

/** A title for a source that prints none: the body that reports, the year, and what the document is. */
function composeTitle(metadata: Metadata, { region, year }: Identity): string {
  const body = metadata.kind === 'government' ? undefined : metadata.issuers[0]?.value;
  return `${body ?? region.name}${year}年${genre}`;
}
