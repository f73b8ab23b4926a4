/** What the text itself tells about a report: title, issuer, kind, year, dates. Nothing is invented. */
import type { Kind } from '../../../src/model/report.ts';
import {
  compact,
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

/** The region of the report, as far as its names matter here. */
export interface RegionNames {
  name: string;
  shortNames: readonly string[];
}

/** Detected metadata; null where the source does not tell. `line` is where it was read. */
export interface Metadata {
  /** The title as printed. */
  title: Field | null;
  issuer: Field | null;
  kind: Kind;
  year: { value: number; line: number } | null;
  published: Field | null;
  documentNumber: Field | null;
  indexNumber: Field | null;
  source: Field | null;
}

/** A tree, cut into what its metadata are read from. */
interface Sources {
  titles: Title[];
  /** Name that signs, and date of the signature. */
  signature: Field | null;
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

/** Lines of the closing: names that sign, and dates. */
function readClosing(lines: readonly Field[]): Pick<Sources, 'signature' | 'date'> {
  let signature: Field | null = null;
  let date: Field | null = null;
  lines.forEach(({ value, line }, at) => {
    const folded = fold(value);
    const iso = parseDate(folded);
    const name = compact(value).replace(/(?:19|20|[二2][〇○零0oO]).*$/u, '');
    if (iso) date ??= { value: iso, line };
    // Who prints a document need not have issued it: 某某市人民政府办公室 2022年1月5日印发.
    const isPrinter = [value, lines[at + 1]?.value ?? ''].some((text) => /印发\s*$/u.test(text));
    if (!isDateLine(folded) && isBodyName(fold(name)) && !isPrinter)
      signature ??= { value: name, line };
  });
  return { signature, date };
}

/** What stands before the year or 关于 in a title: the body that reports. */
function titleSubject(title: string): string | null {
  const match =
    /^(.{2,40}?)(?:关于|(?:19|20)\d{2}|[二2][〇零][一二三四五六七八九〇零]{2}年|法治政府|依法行政|年度)/u.exec(
      fold(title),
    );
  if (!match) return isBodyName(fold(title)) ? title : null;
  const subject = title
    .slice(0, (match[1] as string).length)
    .replace(/^(?:中共)?(?:关于)?/u, (lead) => (lead.startsWith('中共') ? '中共' : ''));
  return /^[\p{Script=Han}()（）·、\s]{2,}$/u.test(subject) ? subject.trim() : null;
}

const townshipTail = /(?:镇|乡|苏木|街道)(?:党委|人民政府|办事处|政府)?$|街道办(?:事处)?$/u;
const governmentTail = /(?:人民政府|行政公署|政府|行署|管理委员会|管委会)$/u;
const departmentTail = /(?:局|厅|委|委员会|办|办公室|办公厅|院|署|所|站|中心|总队|支队|大队)$/u;

function kindOfBody(body: string, region: RegionNames | undefined): Kind | undefined {
  const name = compact(fold(body));
  if (region && (name === region.name || region.shortNames.includes(name))) return 'government';
  if (townshipTail.test(name)) return 'township';
  if (governmentTail.test(name)) return 'government';
  if (/(?:省|市|县|区|州|盟|旗)$/u.test(name)) return 'government';
  if (departmentTail.test(name)) return 'department';
  return undefined;
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

/** Full name of a region's government. */
function governmentOf(region: RegionNames): string {
  return `${region.name}${/(?:盟|地区)$/u.test(region.name) ? '行政公署' : '人民政府'}`;
}

/** Whether a name is that of the region, perhaps with those above it. */
function namesRegion(name: string, region: RegionNames): boolean {
  return [region.name, ...region.shortNames].some(
    (known) => name === known || name.endsWith(region.name),
  );
}

/** A publisher named from inside its region: 州政府, 市司法局, 区政府办. */
function fullIssuer(publisher: string, region: RegionNames | undefined): string | null {
  const name = compact(publisher);
  if (/^(?:本)?(?:省|市|县|区|州|盟|旗)?(?:人民政府|政府|行署)$/u.test(name))
    return region ? governmentOf(region) : null;
  if (!isBodyName(fold(name)) || name.length < 4) return null;
  return /^(?:省|市|县|区|州|盟|旗)/u.test(name) && region
    ? `${region.name}${name.slice(1)}`
    : name;
}

/** What is known of a report when its issuer is looked for. */
interface Known {
  fields: HeaderFields;
  title: Field | null;
  /** The body that the title speaks of. */
  subject: string | null;
  kind: Kind;
  region: RegionNames | undefined;
}

function detectIssuer(sources: Sources, known: Known): Field | null {
  const { fields, title, subject, kind, region } = known;
  const [opening] = sources.opening;
  if (sources.signature) return sources.signature;
  if (
    subject &&
    title &&
    isBodyName(fold(subject)) &&
    kindOfBody(subject, region) !== undefined &&
    !/^(?:省|市|县|区|州|盟|旗).{0,3}$/u.test(subject)
  ) {
    const named = kindOfBody(subject, region);
    if (named !== 'government' || governmentTail.test(fold(subject)))
      return { value: subject, line: title.line };
  }
  const printed = sources.titles.map(fieldOf).find(({ value }) => isBodyName(fold(value)));
  if (printed) return { value: compact(printed.value), line: printed.line };
  if (fields.publisher) {
    const full = fullIssuer(fields.publisher.value, region);
    if (full) return { value: full, line: fields.publisher.line };
  }
  if (subject && title) {
    const township = /(?:镇|乡|苏木)$/u.test(subject)
      ? `${subject}人民政府`
      : /街道$/u.test(subject)
        ? `${subject}办事处`
        : null;
    if (township) return { value: township, line: title.line };
    if (kind === 'government' && region && namesRegion(subject, region))
      return { value: governmentOf(region), line: title.line };
    if (kind === 'government' && /[省市县區区州盟旗縣]$/u.test(subject))
      return { value: `${subject}人民政府`, line: title.line };
  }
  if (opening) {
    const named =
      /^(?:(?:19|20)\d{2}年(?:以来)?,?)?([\p{Script=Han}]{2,24}?(?:人民政府|行政公署|局|委员会|厅|办公室|街道办事处))(?=坚持|以|在|认真|深入|全面|紧紧|贯彻|按照|高度|始终|严格|切实|积极)/u.exec(
        fold(opening.value),
      );
    if (named) return { value: named[1] as string, line: opening.line };
    const names = region
      ? [region.name, ...region.shortNames].filter((name) => name.length >= 2)
      : [];
    if (
      region &&
      kind === 'government' &&
      names.some((name) => opening.value.slice(0, 60).includes(name))
    )
      return { value: governmentOf(region), line: opening.line };
  }
  return null;
}

/** The year a report speaks of: from its title, the sentence that announces it, or its first words. */
function detectYear(title: Field | null, paragraphs: readonly Field[]): Metadata['year'] {
  const first = (text: string) => {
    const match = [...fold(text).matchAll(yearPattern)][0];
    return match ? parseYear(match[1] as string) : undefined;
  };
  const inTitle = title ? first(title.value) : undefined;
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
  return null;
}

/** A field without line ends and control characters; none where nothing is left. */
function cleaned(field: Field | null | undefined): Field | null {
  const value = oneLine(field?.value ?? '');
  return field && value !== '' ? { ...field, value } : null;
}

/** Detects the metadata of a report from the labels of its page and its text. Every value is one line. */
export function detectMetadata(
  tree: ReportTree,
  fields: HeaderFields,
  region: RegionNames | undefined,
): Metadata {
  const sources = sourcesOf(tree);
  const printed = sources.titles.map(({ value }) => value).join('');
  const [firstTitle] = sources.titles.map(fieldOf);
  const titleLine = firstTitle?.line ?? 0;
  const title = isTitleLine(fold(printed))
    ? cleaned({ value: trimHeading(printed), line: titleLine })
    : cleaned(fields.title);
  const [opening] = sources.opening;
  const subject = titleSubject((title?.value ?? printed).replace(/^[【[].*?[】\]]\s*/u, ''));
  const { signature, date } = sources;
  const openingText = sources.opening.map(({ value }) => value).join('');
  const kind =
    (subject ? kindOfBody(subject, region) : undefined) ??
    // what a report opens with counts twice
    kindOfVoice(openingText + sources.text) ??
    (signature ? kindOfBody(signature.value, region) : undefined) ??
    (opening &&
    region &&
    [region.name, ...region.shortNames].some((name) => opening.value.slice(0, 60).includes(name))
      ? 'government'
      : 'other');
  return {
    title,
    issuer: cleaned(
      detectIssuer(sources, {
        fields,
        title: title ?? (firstTitle ? { value: printed, line: titleLine } : null),
        subject,
        kind,
        region,
      }),
    ),
    kind,
    year: detectYear(title, sources.opening),
    published: fields.published ?? fields.written ?? date,
    documentNumber: cleaned(fields.documentNumber),
    indexNumber: cleaned(fields.indexNumber),
    source: cleaned(fields.source),
  };
}
