/**
 * Second stage: lines → what each of them is. The head and the foot of a published page hold navigation, labels
 * and clocks around the official text; they are told apart here, and what the labels say is read.
 */

import { isUpdateLabel } from '../../../src/model/dates.ts';
import {
  attachmentStart,
  compact,
  datePattern,
  documentNumberPattern,
  fold,
  isAddressee,
  isBodyName,
  isDateLine,
  isTitleLine,
  parseDate,
  splitClosing,
  timeOfDay,
  visibleLength,
} from './grammar.ts';
import { cutLine } from './lines.ts';
import {
  bodyInTrail,
  footerStart,
  isBreadcrumb,
  isDocumentDate,
  isNavigation,
  isPageNumber,
  isSiteClock,
  isTitleHead,
  type LabelField,
  type LabelledValue,
  pageDate,
  readLabels,
  siteOf,
} from './page-grammar.ts';
import { markerAt } from './section-numbers.ts';
import type { Field, HeaderFields, Line, Role, ZonedLine, ZoneRule } from './types.ts';

export interface Zones {
  lines: ZonedLine[];
  fields: HeaderFields;
}

/** Corrections of an editor, by line of the source. */
export interface FurnitureOverrides {
  /** Lines that are furniture whatever the program thinks. */
  add: ReadonlySet<number>;
  /** Lines that are text whatever the program thinks. */
  keep: ReadonlySet<number>;
}

const noOverrides: FurnitureOverrides = { add: new Set(), keep: new Set() };

/** The role of a line, and the rule that gave it. */
interface Verdict {
  role: Role;
  rule: ZoneRule;
}

const furniture = (rule: ZoneRule): Verdict => ({ role: 'furniture', rule });
const asText = (rule: ZoneRule): Verdict => ({ role: 'text', rule });
const closing = (rule: ZoneRule): Verdict => ({ role: 'closing', rule });

const sentence = /[。;!?,、]/u;

/** A line of this length with a stop in it is a sentence of the report, a shorter one where a stop ends it. */
const longProse = 40;
const shortProse = 15;
/** Longest line that is read for labels: 索引号：… 发布机构：… 发布日期：…. */
const longestLabels = 200;

/** A paragraph of the report rather than a line of a page head. */
function isProse(folded: string): boolean {
  const length = visibleLength(folded);
  if (length >= longProse && sentence.test(folded)) return true;
  return (length >= shortProse && /[。;!?:]["”’)]*$/u.test(folded)) || isAddressee(folded);
}

/** Labels and values of a line, which no long line is. @param inHead see {@link readLabels} */
const labelsOf = ({ text }: Line, inHead = false) =>
  visibleLength(text) <= longestLabels ? readLabels(text, inHead) : undefined;

function isPageHead(line: Line, inHead = false): boolean {
  const { folded } = line;
  return (
    isBreadcrumb(folded) ||
    isSiteClock(folded) ||
    isNavigation(folded) ||
    labelsOf(line, inHead) !== undefined
  );
}

/** Index of the first line of the report's own text. */
function findBodyStart(lines: readonly Line[]): number {
  const index = lines.findIndex((line) => {
    const { folded } = line;
    if (isTitle(folded) || isPageHead(line, true)) return false;
    const marker = markerAt(folded, 0);
    return (
      isProse(folded) ||
      (marker !== undefined && marker.number === 1 && marker.length < folded.length)
    );
  });
  return index < 0 ? lines.length : index;
}

/** Whether a line reads like a title and is no chapter: 一、2023年法治政府建设推进情况. */
const isTitle = (folded: string) => isTitleLine(folded) && markerAt(folded, 0) === undefined;

/** Longest line of a title. */
const longestTitleLine = 70;

interface FoundTitle {
  /** First and last line. */
  from: number;
  to: number;
  rule: 'title' | 'issuer-as-title';
}

/** The lines that print the title, the last such in the head of the page. */
function findTitle(head: readonly Line[]): FoundTitle | undefined {
  for (let to = head.length - 1; to >= 0; to--) {
    let text = '';
    let best: number | undefined;
    for (let from = to; from >= Math.max(0, to - 2); from--) {
      const line = head[from] as Line;
      const { folded } = line;
      const fits = from === to ? !isPageHead(line) && !isDateLine(folded) : isTitleHead(folded);
      if (!fits || visibleLength(folded) > longestTitleLine) break;
      // a complete title above is a repetition of this one, not its first line
      if (from < to && best !== undefined && isTitle(folded)) break;
      // nor is a name that the title itself begins with
      if (from < to && best !== undefined && text.startsWith(folded)) break;
      text = folded + text;
      if (isTitle(text)) best = from;
    }
    if (best !== undefined) return { from: best, to, rule: 'title' };
  }
  const issuer = head.findIndex((line) => isBodyName(line.folded) && !isPageHead(line));
  return issuer < 0 ? undefined : { from: issuer, to: issuer, rule: 'issuer-as-title' };
}

const fieldNames: Partial<Record<LabelField, keyof HeaderFields>> = {
  title: 'title',
  indexNumber: 'indexNumber',
  documentNumber: 'documentNumber',
  source: 'source',
  publisher: 'publisher',
  published: 'published',
  signed: 'signed',
};

/**
 * How far a label is to be trusted to tell the day of publication: 公开日期 and 发布日期 most, then 时间, then a date that
 * bears no label; 更新时间 is the day of another event.
 */
function trustOf(label: string | undefined): number {
  if (label === undefined) return 1;
  if (isUpdateLabel(label)) return 0;
  return /^(?:时间|日期)$/u.test(label) ? 2 : 3;
}

/** Keeps a value of a field: the first one, of dates of publication the one to be trusted most. */
function keep(fields: HeaderFields, name: keyof HeaderFields, field: Field): void {
  const known = fields[name];
  if (known && (name !== 'published' || trustOf(known.label) >= trustOf(field.label))) return;
  fields[name] = field;
}

/** Reads the value of a field as it must look; undefined where it does not. */
function readValue(field: keyof HeaderFields, text: string): string | undefined {
  const value = text.trim();
  const folded = fold(value);
  if (value === '' || /^(?:无|暂无|—+|-+|\/)$/u.test(value)) return undefined;
  switch (field) {
    case 'title':
      return isTitleLine(folded) ? value : undefined;
    case 'published':
    case 'signed':
      return parseDate(folded) ?? undefined;
    case 'documentNumber': {
      const match = documentNumberPattern.exec(folded);
      return match ? value.slice(match.index, match.index + match[0].length) : undefined;
    }
    case 'indexNumber':
      return /^[\p{Script=Han}A-Za-z0-9_\-/.()[\]〔〕\s:]{4,60}$/u.test(folded) && /\d/.test(folded)
        ? value
        : undefined;
    default:
      return visibleLength(value) <= 40 && !/[。;]/u.test(folded) ? value : undefined;
  }
}

/** The sign before an entry of a list. */
const listSign = /^[•·*\-●▪■]\s*/u;

/** Reads the labels of the head; a label whose value stands on the next line takes that line with it. */
function readHead(
  head: readonly Line[],
  roles: (Verdict | undefined)[],
  fields: HeaderFields,
): void {
  const set = ({ field, label }: LabelledValue, text: string, line: number): boolean => {
    const name = fieldNames[field];
    const value = name && readValue(name, text);
    if (value === undefined) return false;
    keep(fields, name as keyof HeaderFields, { value, line, ...(label && { label }) });
    return true;
  };
  for (let i = 0; i < head.length; i++) {
    const line = head[i] as Line;
    if (roles[i]?.role === 'title') continue;
    const found = labelsOf(line, true);
    if (!found) continue;
    roles[i] = furniture('label');
    for (const each of found) set(each, each.value, line.number);
    const last = found.at(-1);
    const next = head[i + 1];
    if (last?.value !== '' || found.length > 1 || !next || roles[i + 1] !== undefined) continue;
    const value = next.text.replace(listSign, '');
    if (readLabels(next.text) === undefined && set(last, value, next.number))
      roles[i + 1] = furniture('label-value');
  }
}

/** Date of a line that says who put up the page and when, as pages write it: 县司法局 2024-03-15 09:30. */
function webDate(folded: string): string | undefined {
  const date = datePattern.exec(folded);
  if (!date) return undefined;
  const behind = folded.slice(date.index + date[0].length);
  const time = timeOfDay.exec(behind)?.[0] ?? '';
  if (time === '' && isDocumentDate(date[0])) return undefined;
  const name = compact(folded.slice(0, date.index) + behind.slice(time.length))
    .replace(/[【】|[\]]/gu, '')
    .replace(/(?:发布|发表|刊发)于?$/u, '');
  return isBodyName(name) || siteOf(name) === name ? (parseDate(date[0]) ?? undefined) : undefined;
}

/** Longest line above a title that is taken for what the site prints there. */
const longestAboveTitle = 40;

/** 统一社会信用代码 or a number of an office, year and serial number, as catalogues of disclosure print it. */
const bareIndexNumber = /^[0-9A-Z]{6,24}\/\d{4,6}-\d{3,7}$/iu;

/** Where a line of the head stands; in the banner of a site dates are those of the day it was visited. */
type HeadPlace = 'banner' | 'above-title' | 'below-title';

/** What a line of the head is that bears no label. */
function zoneHeadLine(line: Line, place: HeadPlace, fields: HeaderFields): Verdict {
  const { number } = line;
  const folded = line.folded.replace(listSign, '');
  if (isAddressee(folded)) return asText('addressee');
  if (documentNumberPattern.exec(folded)?.[0].length === folded.length) {
    keep(fields, 'documentNumber', { value: line.text.replace(listSign, ''), line: number });
    return listSign.test(line.text) ? furniture('label-value') : asText('document-number');
  }
  if (bareIndexNumber.test(folded)) {
    keep(fields, 'indexNumber', { value: line.text.replace(listSign, ''), line: number });
    return furniture('label-value');
  }
  if (isDateLine(folded) && /^[([【]/u.test(folded) && isDocumentDate(folded)) {
    const value = parseDate(folded);
    if (value && place !== 'above-title')
      keep(fields, 'signed', { value, line: number, label: '题注' });
    return asText('in-head');
  }
  const bare = folded.replace(/^[([【]|[)\]】]$/gu, '');
  const put = isSiteClock(folded) ? undefined : (pageDate(bare) ?? webDate(folded));
  if (put) {
    // Of two dates in one list the later one can only be that of the page.
    const known = fields.published;
    const isLater = listSign.test(line.text) && known?.label === undefined && known;
    if (isLater && known.value < put) delete fields.published;
    if (place !== 'banner') keep(fields, 'published', { value: put, line: number });
    return furniture(isDateLine(folded) ? 'date-in-head' : 'name-and-date-in-head');
  }
  if (isDateLine(folded)) return furniture('date-in-head');
  if (isPageHead(line) || /^[\s|:\-—]+$/u.test(folded)) return furniture('page-head');
  if (place !== 'below-title' && visibleLength(folded) <= longestAboveTitle)
    return furniture('before-title');
  return asText('in-head');
}

/** A day in brackets that closes a title. */
export const dateBehindTitle = /\([^()]*\d{1,2}[日号][^()]*\)$/u;

/** Roles of the lines before the text. */
function zoneHead(head: readonly Line[], fields: HeaderFields): Verdict[] {
  const roles: (Verdict | undefined)[] = head.map(() => undefined);
  const title = findTitle(head);
  if (title)
    for (let i = title.from; i <= title.to; i++) roles[i] = { role: 'title', rule: title.rule };
  readHead(head, roles, fields);
  const behind = title && dateBehindTitle.exec((head[title.to] as Line).folded);
  const day = behind && parseDate(behind[0]);
  if (day)
    keep(fields, 'signed', { value: day, line: (head[title.to] as Line).number, label: '题注' });
  const trail = head.findLastIndex(({ folded }) => isBreadcrumb(folded));
  const placeOf = (line: Line, i: number): HeadPlace => {
    if (title && i > title.to) return 'below-title';
    const isInList = listSign.test(line.text);
    if (i < trail || (title && trail < 0 && !isInList)) return 'banner';
    return title ? 'above-title' : 'below-title';
  };
  return head.map((line, i) => roles[i] ?? zoneHeadLine(line, placeOf(line, i), fields));
}

const closingRemark =
  /^特此(?:报告|汇报|公告|公示|说明)[。!]?$|^[(]此件.{0,20}[)]$|^抄送|^主题词|^联系(?:人|电话)/u;

/** Who gets copies, with the day of the signature before it where a PDF runs both lines together. */
const copies = new RegExp(`^(?:${datePattern.source}\\s*)?(?:抄送|抄报)\\s*[:]`, 'u');

/** Who printed a document and when: 某某县人民政府办公室 2021年1月25日印发. */
function isPrinting(folded: string): boolean {
  const date = datePattern.exec(folded);
  return /印发\s*$/u.test(folded) && !!date && isBodyName(folded.slice(0, date.index));
}

/** A line that signs: the name of a body, a date, or both. */
function isClosing(folded: string): boolean {
  if (closingRemark.test(folded) || copies.test(folded) || isPrinting(folded)) return true;
  if (isDateLine(folded)) return true;
  if (isBodyName(folded)) return true;
  const split = splitClosing(folded);
  return split === 0;
}

const copyright = /版权所有|ICP备/u;
/** Longest line of a page's foot that begins as one does: 上一篇：…. */
const longestFooter = 80;
/** Longest entry of a list of attachments. */
const longestAttachment = 60;

/** Marks a list of attachments (附件:1.… 2.…): its numbers are no sections of the report. */
function zoneAttachmentList(lines: readonly Line[], from: number, roles: Verdict[]): void {
  const isItem = (folded: string) =>
    visibleLength(folded) <= longestAttachment && !/[。;]/u.test(folded);
  for (let i = lines.length - 1; i > from; i--) {
    const { folded } = lines[i] as Line;
    const label = attachmentStart.exec(folded);
    if (!label || visibleLength(folded) === visibleLength(label[0]) || !isItem(folded)) continue;
    roles[i] = closing('attachment-list');
    for (let j = i + 1; j < lines.length; j++) {
      const item = (lines[j] as Line).folded;
      if (!isItem(item) || !markerAt(item, 0) || roles[j]?.role !== 'text') break;
      roles[j] = closing('attachment-list');
    }
  }
}

/** Index of the last line that is a sentence or an item of the report. */
function findLastProse(lines: readonly Line[], from: number, roles: readonly Verdict[]): number {
  let at = lines.length - 1;
  for (; at > from; at--) {
    const line = lines[at] as Line;
    const { folded } = line;
    if (roles[at]?.role === 'closing' || copies.test(folded)) continue;
    if (footerStart.test(folded) && visibleLength(folded) <= longestFooter) continue;
    if (copyright.test(folded) || /公网安备|网站标识码/u.test(folded)) continue;
    if (isProse(folded) || (markerAt(folded, 0) && !isPageHead(line))) break;
  }
  return at;
}

/** Marks the foot of the page from its end: navigation first, then signature and date. */
function zoneFoot(lines: readonly Line[], from: number, roles: Verdict[]): void {
  const lastProse = findLastProse(lines, from, roles);
  const isFooter = ({ folded }: Line) => footerStart.test(folded) || copyright.test(folded);
  const found = lines.findIndex((line, i) => i > lastProse && isFooter(line));
  const footer = found < 0 ? lines.length : found;
  for (let i = footer; i < lines.length; i++) roles[i] = furniture('footer');
  let i = footer - 1;
  for (; i > lastProse; i--) {
    const line = lines[i] as Line;
    if (!isPageHead(line) || isClosing(line.folded)) break;
    roles[i] = furniture('page-foot');
  }
  for (; i > from; i--) {
    if (roles[i]?.role !== 'text') continue;
    if (!isClosing((lines[i] as Line).folded)) break;
    roles[i] = closing('signature');
  }
}

/** Reads the name of the site from its first line above the title and from its foot, and the bodies of the trail. */
function readSite(lines: readonly ZonedLine[], fields: HeaderFields): void {
  const page = lines.filter(({ role }) => role === 'furniture');
  for (const { text, number, folded } of page) {
    const trail = isBreadcrumb(folded) ? bodyInTrail(text) : undefined;
    if (trail) fields.trail = { value: trail, line: number, label: '当前位置' };
    const isNamed = number <= 2 || copyright.test(folded) || footerStart.test(folded);
    const site = isNamed ? siteOf(text) : undefined;
    if (site) keep(fields, 'site', { value: site, line: number, label: '网站名称' });
  }
}

/** What begins lists of other pages, whose dates are theirs. */
const otherPages = /^[【[]?(?:上一|下一|上篇|下篇|相关|推荐|热门|延伸)/u;

/** Reads the labels of a page that prints them behind the text. */
function readFoot(lines: readonly ZonedLine[], fields: HeaderFields): void {
  const last = lines.findLastIndex(({ role }) => role === 'text' || role === 'closing');
  for (const { text, folded, number, role } of lines.slice(last + 1)) {
    if (otherPages.test(folded)) return;
    const labels = role === 'furniture' && visibleLength(text) <= longestLabels && readLabels(text);
    for (const { field, value, label } of labels || []) {
      const name = field === 'published' || field === 'source' ? field : undefined;
      const found = name && readValue(name, value);
      if (name && found && label) keep(fields, name, { value: found, line: number, label });
    }
  }
}

/** A signature with its date in the middle of a document: what follows is an attachment. */
function zoneInnerSignatures(lines: readonly Line[], from: number, roles: Verdict[]): void {
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    const before = lines[i - 1] as Line;
    if (roles[i]?.role !== 'text' || !isDateLine(line.folded) || !/年/u.test(line.text)) continue;
    if (isBodyName(before.folded) && roles[i - 1]?.role === 'text') {
      roles[i] = closing('signature-inside');
      roles[i - 1] = closing('signature-inside');
    }
  }
}

/** Numbers alone on a line that count up: page numbers of a paged document. */
function barePageNumbers(lines: readonly Line[]): Set<number> {
  const bare = lines.filter((line) => /^\d{1,3}$/u.test(line.text));
  const counts = bare.every(
    (line, i) => i === 0 || Number(line.text) === Number(bare[i - 1]?.text) + 1,
  );
  return new Set(bare.length >= 2 && counts ? bare.map((line) => line.number) : []);
}

/** Characters of a line in which a title is looked for that others words run into. */
const runInLength = 600;
/** A title that the text follows without a gap: …情况报告2021年，…. */
const gluedTitle = /^.{8,60}?(?:报告|总结|汇报)(?=(?:19|20)\d{2}年(?:以来|来)?,)/u;

/** Where pieces of a line begin that blanks or closing brackets part. */
function piecesOf(text: string): number[] {
  const gaps = text.slice(0, runInLength).matchAll(/(?<![\s】\]])[\s】\]]+(?=[^\s】\]])/gu);
  return [0, ...[...gaps].map(({ index, 0: gap }) => index + gap.length)];
}

/** Cuts a line at offsets; nothing is left out. */
const cutAt = (line: Line, offsets: readonly number[]): Line[] =>
  [0, ...offsets]
    .map((from, i) => cutLine(line, from, offsets[i] ?? line.text.length))
    .filter(({ text }) => text !== '');

/** Where a line is to be cut so that its title stands alone; nowhere where it holds none, or nothing else. */
function titleCuts(line: Line): number[] {
  const glued = gluedTitle.exec(line.folded)?.[0];
  if (glued !== undefined && isTitle(glued)) return [glued.length];
  if (isBreadcrumb(line.folded) || labelsOf(line) !== undefined) return [];
  const starts = piecesOf(line.text);
  const pieces = starts.map((from, i) => line.folded.slice(from, starts[i + 1]).trim());
  const prose = pieces.findIndex((piece) => isProse(piece));
  const at = pieces
    .slice(0, prose < 0 ? undefined : prose)
    .findLastIndex((piece) => isTitle(piece) && !isNavigation(piece));
  if (at < 0 || pieces.length === 1) return [];
  const isLabel = (piece: string) =>
    readLabels(piece) !== undefined || isDateLine(piece) || isNavigation(piece);
  let end = at + 1;
  while (end < pieces.length - 1 && isLabel(pieces[end] as string)) end++;
  return [starts[at], starts[at + 1], starts[end]].filter((offset) => offset !== undefined);
}

/** A title that shares its line with the text, with labels of the page or with the name of a site is cut off them. */
function splitRunInTitle(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => isProse(line.folded) && !labelsOf(line, true));
  const head = lines.slice(0, first + 1);
  if (head.some((line) => isTitle(line.folded))) return [...lines];
  for (const [at, line] of head.entries()) {
    const offsets = titleCuts(line).filter((offset) => offset > 0);
    if (offsets.length === 0) continue;
    return [...lines.slice(0, at), ...cutAt(line, [...new Set(offsets)]), ...lines.slice(at + 1)];
  }
  return [...lines];
}

/** A signature that runs on behind the last sentence is cut off it. */
function splitRunInClosing(lines: readonly ZonedLine[]): ZonedLine[] {
  const last = lines.findLastIndex(({ role }) => role === 'text');
  const line = lines[last];
  const at = line ? splitClosing(line.folded) : undefined;
  if (!line || at === undefined || at === 0) return [...lines];
  return [
    ...lines.slice(0, last),
    { ...line, ...cutLine(line, 0, at) },
    { ...cutLine(line, at), ...closing('signature-run-in') },
    ...lines.slice(last + 1),
  ];
}

/**
 * Tells page furniture, title, text and closing apart and reads the labels of the page. Total: any lines give a
 * result, and every line that is not blank is in it, in order.
 */
export function zone(all: readonly Line[], overrides: FurnitureOverrides = noOverrides): Zones {
  const filled = all.filter((line) => line.text !== '');
  const pageNumbers = barePageNumbers(filled);
  const removedBy = (line: Line): Verdict | undefined => {
    if (overrides.add.has(line.number)) return furniture('editor-furniture');
    if (overrides.keep.has(line.number)) return undefined;
    const isPaging = pageNumbers.has(line.number) || isPageNumber(line.folded);
    return isPaging ? furniture('page-number') : undefined;
  };
  const removed: ZonedLine[] = [];
  const rest: Line[] = [];
  for (const line of filled) {
    const verdict = removedBy(line);
    if (verdict) removed.push({ ...line, ...verdict });
    else rest.push(line);
  }
  const lines = splitRunInTitle(rest);
  const fields: HeaderFields = {};
  const bodyStart = findBodyStart(lines);
  const roles: Verdict[] = [
    ...zoneHead(lines.slice(0, bodyStart), fields),
    ...lines.slice(bodyStart).map(() => asText('body')),
  ];
  if (bodyStart < lines.length) {
    zoneAttachmentList(lines, bodyStart, roles);
    zoneFoot(lines, bodyStart, roles);
    zoneInnerSignatures(lines, bodyStart, roles);
  }
  const zoned = lines.map((line, i): ZonedLine => {
    const verdict = roles[i] as Verdict;
    const kept = verdict.role === 'furniture' && overrides.keep.has(line.number);
    return { ...line, ...(kept ? asText('editor-keep') : verdict) };
  });
  const whole = [...splitRunInClosing(zoned), ...removed];
  whole.sort((a, b) => a.number - b.number);
  readFoot(whole, fields);
  readSite(whole, fields);
  return { lines: whole, fields };
}
