/**
 * Second stage: lines → what each of them is. The head and the foot of a published page hold navigation, labels
 * and clocks around the official text; they are told apart here, and what the labels say is read.
 */

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
  footerStart,
  isBreadcrumb,
  isNavigation,
  isPageNumber,
  isSiteClock,
  isTitleHead,
  type LabelField,
  readLabels,
} from './page-grammar.ts';
import { markerAt } from './section-numbers.ts';
import type { HeaderFields, Line, Role, ZonedLine, ZoneRule } from './types.ts';

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
    if (isTitleLine(folded) || isPageHead(line, true)) return false;
    const marker = markerAt(folded, 0);
    return (
      isProse(folded) ||
      (marker !== undefined && marker.number === 1 && marker.length < folded.length)
    );
  });
  return index < 0 ? lines.length : index;
}

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
      if (from < to && best !== undefined && isTitleLine(folded)) break;
      text = folded + text;
      if (isTitleLine(text)) best = from;
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
  written: 'written',
};

/** Reads the value of a field as it must look; undefined where it does not. */
function readValue(field: keyof HeaderFields, text: string): string | undefined {
  const value = text.trim();
  const folded = fold(value);
  if (value === '' || /^(?:无|暂无|—+|-+|\/)$/u.test(value)) return undefined;
  switch (field) {
    case 'title':
      return isTitleLine(folded) ? value : undefined;
    case 'published':
    case 'written':
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

/** Reads the labels of the head; a label whose value stands on the next line takes that line with it. */
function readHead(
  head: readonly Line[],
  roles: (Verdict | undefined)[],
  fields: HeaderFields,
): void {
  const set = (name: keyof HeaderFields, text: string, line: number): boolean => {
    const value = readValue(name, text);
    if (value === undefined) return false;
    fields[name] ??= { value, line };
    return true;
  };
  for (let i = 0; i < head.length; i++) {
    const line = head[i] as Line;
    if (roles[i]?.role === 'title') continue;
    const found = labelsOf(line, true);
    if (!found) continue;
    roles[i] = furniture('label');
    for (const { field, value } of found) {
      const name = fieldNames[field];
      if (name) set(name, value, line.number);
    }
    const last = found.at(-1);
    const next = head[i + 1];
    if (last?.value !== '' || found.length > 1 || !next || roles[i + 1] !== undefined) continue;
    const name = fieldNames[last.field];
    if (name && readLabels(next.text) === undefined && set(name, next.text, next.number))
      roles[i + 1] = furniture('label-value');
  }
}

/** Date of a line that says who put up the page and when, as pages write it: 县司法局 2024-03-15 09:30. */
function webDate(folded: string): string | undefined {
  const date = datePattern.exec(folded);
  if (!date) return undefined;
  const behind = folded.slice(date.index + date[0].length);
  const time = timeOfDay.exec(behind)?.[0] ?? '';
  // Dates in words without a time are those of documents.
  if (date[0].includes('年') && time === '') return undefined;
  const name = compact(folded.slice(0, date.index) + behind.slice(time.length));
  return isBodyName(name.replace(/[【】|[\]]/gu, ''))
    ? (parseDate(date[0]) ?? undefined)
    : undefined;
}

/** Longest line above a title that is taken for what the site prints there. */
const longestAboveTitle = 40;

/** What a line of the head is that bears no label. */
function zoneHeadLine(line: Line, beforeTitle: boolean, fields: HeaderFields): Verdict {
  const { folded, number } = line;
  if (isAddressee(folded)) return asText('addressee');
  if (documentNumberPattern.exec(folded)?.[0].length === folded.length) {
    fields.documentNumber ??= { value: line.text, line: number };
    return asText('document-number');
  }
  if (isDateLine(folded) && !/^[(]/u.test(folded)) {
    const value = parseDate(folded);
    if (value && !isSiteClock(folded)) fields.published ??= { value, line: number };
    return furniture('date-in-head');
  }
  const put = webDate(folded);
  if (put) {
    fields.published ??= { value: put, line: number };
    return furniture('name-and-date-in-head');
  }
  if (isPageHead(line) || /^[\s|:\-—]+$/u.test(folded)) return furniture('page-head');
  if (beforeTitle && visibleLength(folded) <= longestAboveTitle) return furniture('before-title');
  return asText('in-head');
}

/** Roles of the lines before the text. */
function zoneHead(head: readonly Line[], fields: HeaderFields): Verdict[] {
  const roles: (Verdict | undefined)[] = head.map(() => undefined);
  const title = findTitle(head);
  if (title)
    for (let i = title.from; i <= title.to; i++) roles[i] = { role: 'title', rule: title.rule };
  readHead(head, roles, fields);
  return head.map(
    (line, i) => roles[i] ?? zoneHeadLine(line, title !== undefined && i < title.from, fields),
  );
}

const closingRemark =
  /^特此(?:报告|汇报|公告|公示|说明)[。!]?$|^[(]此件.{0,20}[)]$|^抄送|^主题词|^联系(?:人|电话)/u;

/** A line that signs: the name of a body, a date, or both. */
function isClosing(folded: string): boolean {
  if (closingRemark.test(folded)) return true;
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
    if (roles[at]?.role === 'closing') continue;
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

/** A title that stands before the text on the same line is cut off it. */
function splitRunInTitle(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => isProse(line.folded));
  if (first < 0 || lines.slice(0, first).some((line) => isTitleLine(line.folded)))
    return [...lines];
  const line = lines[first] as Line;
  const gap = /^(\S{4,60}?(?:报告|总结|汇报|情况))(\s+)(?=\S)/u.exec(line.text);
  if (!gap) return [...lines];
  const title = cutLine(line, 0, (gap[1] as string).length);
  if (!isTitleLine(title.folded) || isPageHead(line)) return [...lines];
  return [...lines.slice(0, first), title, cutLine(line, gap[0].length), ...lines.slice(first + 1)];
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
  return { lines: whole, fields };
}
