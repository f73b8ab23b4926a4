/** What the text itself tells about a report: title, bodies, kind, year, dates. Nothing is invented. */
import {
  type EvidencedField,
  evidencedFields,
  type Kind,
  type ReportData,
} from '../../../src/model/report.ts';
import {
  addresseeOf,
  fold,
  isBodyName,
  isDateLine,
  isTitleLine,
  oneLine,
  parseDate,
  parseYear,
  trimHeading,
  yearPattern,
} from '../parse/grammar.ts';
import type { Field, HeaderFields, Paragraph, ReportTree, Title } from '../parse/types.ts';
import { blocksOf, titlesOf, topSections, walkSections } from '../parse/walk.ts';
import { dateBehindTitle } from '../parse/zones.ts';
import { bodiesOf, isSameBody, kindOfBody, type RegionNames, splitBodies } from './bodies.ts';
import { bareTitle, openingSubject, titleSubject } from './subject.ts';

/** Detected metadata; null where the source does not tell. `line` is where it was read. */
export interface Metadata {
  /** The title as printed. */
  title: Field | null;
  /** Bodies whose work is reported, several where they report together. */
  issuers: Field[];
  addressee: Field | null;
  /** Office or site that published the report, where it is none of the issuers. */
  publisher: Field | null;
  kind: Kind;
  /** The text tells the kind; `other` is no mere lack of one. */
  kindFound: boolean;
  year: { value: number; line: number } | null;
  /** Day of publication, as the page tells it. */
  published: Field | null;
  /** Day of signature, as the report or its page tells it. */
  signed: Field | null;
  documentNumber: Field | null;
  indexNumber: Field | null;
  source: Field | null;
}

/** A tree, cut into what its metadata are read from. */
interface Sources {
  titles: Title[];
  /** Names that sign, and date of the signature. */
  signatures: Field[];
  date: Field | null;
  /** The first paragraphs of the report. */
  opening: Field[];
  /** All paragraphs of the report. */
  text: string;
}

/** Paragraphs that are read for who speaks and of which year. */
const openingParagraphs = 8;

const isParagraph = (block: { type: string }): block is Paragraph => block.type === 'paragraph';
const fieldOf = ({ value, position }: Title | Paragraph): Field => ({
  value,
  line: position.start.line,
});

function sourcesOf(tree: ReportTree): Sources {
  const sections = topSections(tree);
  const all = [...walkSections(sections)];
  const paragraphs = all.flatMap((node) =>
    blocksOf(node)
      .filter(isParagraph)
      .map((block) => ({ closing: node.closing, ...fieldOf(block) })),
  );
  return {
    titles: titlesOf(tree),
    ...readClosing(paragraphs.filter(({ closing }) => closing)),
    opening: paragraphs.filter(({ closing }) => !closing).slice(0, openingParagraphs),
    text: paragraphs.map(({ value }) => value).join(''),
  };
}

/** What prints or copies a document, and does not sign it. */
const printing = /印发\s*$|^\s*抄送/u;

/** Lines of the closing: names that sign, up to the date of the signature. */
function readClosing(lines: readonly Field[]): Pick<Sources, 'signatures' | 'date'> {
  const signatures: Field[] = [];
  for (const [at, { value, line }] of lines.entries()) {
    const folded = fold(value);
    const iso = parseDate(folded);
    // Who prints a document need not have issued it: 某某市人民政府办公室 2022年1月5日印发.
    const isPrinter = !iso && printing.test(lines[at + 1]?.value ?? '');
    if (isPrinter || printing.test(value)) continue;
    const name = value
      .replace(/(?:19|20|[二2][〇○零0oO]).*$/u, '')
      .replace(/[(（]\s*$/u, '')
      .trim();
    if (!isDateLine(folded) && isBodyName(fold(name)))
      signatures.push(...splitBodies(name).map((body) => ({ value: body, line, label: '落款' })));
    if (iso) return { signatures, date: { value: iso, line, label: '落款' } };
  }
  return { signatures, date: null };
}

/** Who speaks of itself in the text: 我局, 我镇, 我县. */
function kindOfVoice(text: string): Kind | undefined {
  const times = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const voices: [Kind, number][] = [
    ['department', times(/[我本](?:局|厅|委|办|院|中心|大队|支队|部门|单位)/gu)],
    ['township', times(/[我本](?:镇|乡|街道|苏木)/gu) * 2],
    ['government', times(/[我本](?:省|市|县|区|州|盟|旗)/gu)],
  ];
  // 全县 says less than 我县, and only where nobody says 我
  if (voices.every(([, count]) => count === 0))
    voices.push(['government', times(/全(?:省|市|县|区|州|盟|旗)/gu)]);
  voices.sort((a, b) => b[1] - a[1]);
  return (voices[0] as [Kind, number])[1] > 0 ? (voices[0] as [Kind, number])[0] : undefined;
}

/** What is known of a report when the bodies that report are looked for. */
interface Known {
  fields: HeaderFields;
  title: Field | null;
  /** Kind of the body by the title, by who speaks, or undefined. */
  kind: Kind | undefined;
  region: RegionNames | undefined;
}

/** The first of several ways that finds bodies. */
function detectIssuers({ signatures, titles, opening }: Sources, known: Known): Field[] {
  const { fields, title, kind, region } = known;
  const named = (subject: string | null | undefined, line: number, label: string): Field[] =>
    subject ? bodiesOf(subject, region).map((value) => ({ value, line, label })) : [];
  const inBrackets = /[(（]([^()（）]+)[)）]$/u.exec(title?.value ?? '')?.[1] ?? '';
  const titled = isBodyName(fold(inBrackets)) ? inBrackets : titleSubject(title?.value ?? '');
  const ofTitle = title ? named(titled, title.line, '题名') : [];
  const subject = title ? (titleSubject(title.value) ?? '') : '';
  // An office may sign for the body that the title names in full.
  const isFull = isBodyName(fold(subject)) && ofTitle.length > 0;
  const agrees = signatures.some(({ value }) => isSameBody(value, subject));
  if (ofTitle.length > 1 || (isFull && !agrees)) return ofTitle;
  if (signatures.length > 0) return signatures;
  if (ofTitle.length > 0) return ofTitle;
  const printed = titles.map(fieldOf).find(({ value }) => isBodyName(fold(value)));
  if (printed) return named(printed.value, printed.line, '题名');
  const [first] = opening;
  const below = opening.slice(0, 3).find(({ value }) => isBodyName(fold(value)));
  if (below) return named(below.value, below.line, '题下署名');
  const opens = openingSubject(opening.map(({ value }) => value));
  const ofOpening = first ? named(opens, first.line, '开篇') : [];
  if (ofOpening.length > 0) return ofOpening;
  // Who puts up a report may be another body than the one that reports: only one of its kind is taken.
  for (const place of [fields.publisher, fields.trail, fields.source, fields.site]) {
    const [body] = place ? named(place.value, place.line, place.label ?? '') : [];
    if (body && kind !== undefined && kindOfBody(body.value, region) === kind) return [body];
  }
  if (kind === 'government' && region && first) return named(region.name, first.line, '地区');
  return [];
}

/** The office or site that put the report up, where it is none of those that report. */
function detectPublisher(
  { publisher, site }: HeaderFields,
  issuers: readonly Field[],
  region: RegionNames | undefined,
): Field | null {
  const isIssuer = ({ value }: Field) =>
    [value, ...bodiesOf(value, region)].some((name) =>
      issuers.some((issuer) => isSameBody(issuer.value, name)),
    );
  if (publisher && !isIssuer(publisher)) return publisher;
  return site && !isIssuer(site) ? site : null;
}

/** A year in the text, no part of a name of a document or of a span: 2022年, not 2021—2025年. */
const yearsOf = (text: string) => [
  ...new Set(
    [
      ...fold(text)
        .replace(/《[^《》]*》|\([^()]*\)|\d{4}\s*[-—–~至]+\s*\d{4}年?/gu, '')
        .matchAll(yearPattern),
    ].map((match) => parseYear(match[1] as string)),
  ),
];

/** The year a report speaks of: from its title, the sentence that announces it, or its first words. */
function detectYear(
  title: Field | null,
  paragraphs: readonly Field[],
  dates: readonly (Field | null)[],
): Metadata['year'] {
  const [inTitle] = title ? yearsOf(title.value) : [];
  if (title && inTitle) return { value: inTitle, line: title.line };
  for (const { value, line } of paragraphs.slice(0, 6)) {
    const announcing =
      /现(?:就|将|对)?[^。]{0,50}?((?:19|20)\d{2})年[^。]{0,40}(?:报告|汇报|总结|公告)/u.exec(
        fold(value),
      );
    if (announcing) return { value: Number(announcing[1]), line };
  }
  for (const { value, line } of paragraphs.slice(0, 3)) {
    const opening = /^((?:19|20)\d{2})年/u.exec(fold(value));
    if (opening) return { value: Number(opening[1]), line };
  }
  // Otherwise the one year the opening names, where the report was not dated long after it.
  for (const { value, line } of paragraphs.slice(0, 2)) {
    const years = yearsOf(value);
    const [year] = years;
    const dated = dates.flatMap((date) => (date ? [Number(date.value.slice(0, 4))] : []));
    if (years.length === 1 && year && dated.every((each) => each - year >= 0 && each - year <= 1))
      return { value: year, line };
  }
  return null;
}

const isBefore = (date: Field, year: number) => Number(date.value.slice(0, 4)) < year;

/** A field without line ends and control characters; none where nothing is left. */
function cleaned(field: Field | null | undefined): Field | null {
  const value = oneLine(field?.value ?? '');
  return field && value !== '' ? { ...field, value } : null;
}

/** A title as citations bear it: without the name of a column before it, and without the day behind it. */
function titleText(printed: string): string {
  const bare = bareTitle(printed).replace(/^(.{8,})\s+\1$/u, '$1');
  const day = dateBehindTitle.exec(fold(bare));
  return trimHeading(isTitleLine(fold(bare)) ? (day ? bare.slice(0, day.index) : bare) : printed);
}

/** Detects the metadata of a report from the labels of its page and its text. Every value is one line. */
export function detectMetadata(
  tree: ReportTree,
  fields: HeaderFields,
  region: RegionNames | undefined,
): Metadata {
  const sources = sourcesOf(tree);
  const { opening, text } = sources;
  const printed = sources.titles.map(({ value }) => value).join('');
  const titleLine = sources.titles[0]?.position.start.line ?? 0;
  const title = isTitleLine(fold(printed))
    ? cleaned({ value: titleText(printed), line: titleLine })
    : cleaned(fields.title);
  const named = title ?? (printed ? { value: printed, line: titleLine } : null);
  const openingText = opening.map(({ value }) => value).join('');
  const subject = named && titleSubject(named.value);
  const opens = openingSubject(opening.map(({ value }) => value));
  const byTitle = subject ? kindOfBody(subject, region) : undefined;
  const voice =
    byTitle ??
    (opens ? kindOfBody(opens, region) : undefined) ??
    // what a report opens with counts twice
    kindOfVoice(openingText + text);
  const issuers = detectIssuers(sources, { fields, title: named, kind: voice, region }).flatMap(
    (issuer) => cleaned(issuer) ?? [],
  );
  const kind = voice ?? (issuers[0] ? kindOfBody(issuers[0].value, region) : undefined);
  const addressed = opening.slice(0, 3).flatMap(({ value, line }) => {
    const addressee = addresseeOf(value);
    return addressee ? [{ value: addressee, line, label: '主送' }] : [];
  })[0];
  const signed = sources.date ?? fields.signed ?? null;
  const published = fields.published ?? null;
  const year = detectYear(title, opening, [published, signed]);
  return {
    title,
    issuers,
    addressee: cleaned(addressed),
    publisher: cleaned(detectPublisher(fields, issuers, region)),
    kind: kind ?? 'other',
    kindFound: kind !== undefined,
    year,
    // What bears no label and lies before the year's work is the clock of the site.
    published:
      published && !published.label && year && isBefore(published, year.value) ? null : published,
    signed,
    documentNumber: cleaned(fields.documentNumber),
    indexNumber: cleaned(fields.indexNumber),
    source: cleaned(fields.source),
  };
}

/** Fields an editor may have given instead. */
type Said = Partial<Record<EvidencedField | 'issuer', unknown>>;

/** Where the fields were read that may be mistaken for others; what an editor says was read nowhere. */
export function evidenceOf(metadata: Metadata, said: Said = {}): ReportData['evidence'] {
  const isSaid = (name: EvidencedField) =>
    said[name] !== undefined || (name === 'issuers' && said.issuer !== undefined);
  return Object.fromEntries(
    evidencedFields.flatMap((name) => {
      if (isSaid(name)) return [[name, { label: '编者', line: null }]];
      const found = name === 'issuers' ? metadata.issuers[0] : metadata[name];
      return found ? [[name, { label: found.label ?? null, line: found.line || null }]] : [];
    }),
  );
}
