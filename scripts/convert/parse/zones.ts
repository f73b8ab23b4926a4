/**
 * Second stage: lines → what each of them is. The head and the foot of a published page hold navigation, labels
 * and clocks around the official text; they are told apart here, and what the labels say is read.
 */

import type { HeaderFields, Line } from '../types.ts';
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

/** What a line is: `closing` is a signature or a date. */
export type Role = 'furniture' | 'title' | 'text' | 'closing';

/** A line (or a part of one) with its role. */
export interface ZonedLine extends Line {
  role: Role;
}

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

const sentence = /[。;!?,、]/u;

/** A paragraph of the report rather than a line of a page head. */
function isProse(folded: string): boolean {
  const length = visibleLength(folded);
  if (length >= 40 && sentence.test(folded)) return true;
  return (length >= 15 && /[。;!?:]["”’)]*$/u.test(folded)) || isAddressee(folded);
}

/** Labels and values of a line, which no long line is. @param inHead see {@link readLabels} */
const labelsOf = ({ text }: Line, inHead = false) =>
  visibleLength(text) <= 200 ? readLabels(text, inHead) : undefined;

function isPageHead(line: Line, inHead = false): boolean {
  const folded = fold(line.text);
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
    const folded = fold(line.text);
    if (isTitleLine(folded) || isPageHead(line, true)) return false;
    const marker = markerAt(folded, 0);
    return (
      isProse(folded) ||
      (marker !== undefined && marker.number === 1 && marker.length < folded.length)
    );
  });
  return index < 0 ? lines.length : index;
}

/** Lines `from..to` (inclusive) that print the title, the last such in the head of the page. */
function findTitle(head: readonly Line[]): { from: number; to: number } | undefined {
  for (let to = head.length - 1; to >= 0; to--) {
    let text = '';
    let best: number | undefined;
    for (let from = to; from >= Math.max(0, to - 2); from--) {
      const line = head[from] as Line;
      const folded = fold(line.text);
      const head0 = from === to ? !isPageHead(line) && !isDateLine(folded) : isTitleHead(folded);
      if (!head0 || visibleLength(folded) > 70) break;
      // a complete title above is a repetition of this one, not its first line
      if (from < to && best !== undefined && isTitleLine(folded)) break;
      text = folded + text;
      if (isTitleLine(text)) best = from;
    }
    if (best !== undefined) return { from: best, to };
  }
  const issuer = head.findIndex((line) => isBodyName(fold(line.text)) && !isPageHead(line));
  return issuer < 0 ? undefined : { from: issuer, to: issuer };
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
function readHead(head: readonly Line[], roles: (Role | undefined)[], fields: HeaderFields): void {
  const set = (name: keyof HeaderFields, text: string, line: number): boolean => {
    const value = readValue(name, text);
    if (value === undefined) return false;
    fields[name] ??= { value, line };
    return true;
  };
  for (let i = 0; i < head.length; i++) {
    const line = head[i] as Line;
    if (roles[i] === 'title') continue;
    const found = labelsOf(line, true);
    if (!found) continue;
    roles[i] = 'furniture';
    for (const { field, value } of found) {
      const name = fieldNames[field];
      if (name) set(name, value, line.number);
    }
    const last = found.at(-1);
    const next = head[i + 1];
    if (last?.value !== '' || found.length > 1 || !next || roles[i + 1] !== undefined) continue;
    const name = fieldNames[last.field];
    if (name && readLabels(next.text) === undefined && set(name, next.text, next.number))
      roles[i + 1] = 'furniture';
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

/** Roles of the lines before the text. */
function zoneHead(head: readonly Line[], fields: HeaderFields): Role[] {
  const roles: (Role | undefined)[] = head.map(() => undefined);
  const title = findTitle(head);
  if (title) for (let i = title.from; i <= title.to; i++) roles[i] = 'title';
  readHead(head, roles, fields);
  head.forEach((line, i) => {
    if (roles[i] !== undefined) return;
    const folded = fold(line.text);
    const put = webDate(folded);
    const beforeTitle = title !== undefined && i < title.from;
    if (isAddressee(folded)) roles[i] = 'text';
    else if (documentNumberPattern.exec(folded)?.[0].length === folded.length) {
      fields.documentNumber ??= { value: line.text, line: line.number };
      roles[i] = 'text';
    } else if (isDateLine(folded) && !/^[(]/u.test(folded)) {
      const value = parseDate(folded);
      if (value && !isSiteClock(folded)) fields.published ??= { value, line: line.number };
      roles[i] = 'furniture';
    } else if (put) {
      fields.published ??= { value: put, line: line.number };
      roles[i] = 'furniture';
    } else if (isPageHead(line) || /^[\s|:\-—]+$/u.test(folded)) roles[i] = 'furniture';
    else if (beforeTitle && visibleLength(folded) <= 40) roles[i] = 'furniture';
    else roles[i] = 'text';
  });
  return roles as Role[];
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

/** Marks a list of attachments (附件:1.… 2.…): its numbers are no sections of the report. */
function zoneAttachmentList(lines: readonly Line[], from: number, roles: Role[]): void {
  const isItem = (folded: string) => visibleLength(folded) <= 60 && !/[。;]/u.test(folded);
  for (let i = lines.length - 1; i > from; i--) {
    const folded = fold((lines[i] as Line).text);
    const label = attachmentStart.exec(folded);
    if (!label || visibleLength(folded) === visibleLength(label[0]) || !isItem(folded)) continue;
    roles[i] = 'closing';
    for (let j = i + 1; j < lines.length; j++) {
      const item = fold((lines[j] as Line).text);
      if (!isItem(item) || !markerAt(item, 0) || roles[j] !== 'text') break;
      roles[j] = 'closing';
    }
  }
}

/** Marks the foot of the page from its end: navigation first, then signature and date. */
function zoneFoot(lines: readonly Line[], from: number, roles: Role[]): void {
  let lastProse = lines.length - 1;
  while (lastProse > from) {
    if (roles[lastProse] === 'closing') {
      lastProse--;
      continue;
    }
    const folded = fold((lines[lastProse] as Line).text);
    if (footerStart.test(folded) && visibleLength(folded) <= 80) lastProse--;
    else if (/版权所有|ICP备|公网安备|网站标识码/u.test(folded)) lastProse--;
    else if (isProse(folded) || (markerAt(folded, 0) && !isPageHead(lines[lastProse] as Line)))
      break;
    else lastProse--;
  }
  let footer = lines.length;
  for (let i = lastProse + 1; i < lines.length; i++) {
    const folded = fold((lines[i] as Line).text);
    if (footerStart.test(folded) || /版权所有|ICP备/u.test(folded)) {
      footer = i;
      break;
    }
  }
  for (let i = footer; i < lines.length; i++) roles[i] = 'furniture';
  let i = footer - 1;
  while (
    i > lastProse &&
    isPageHead(lines[i] as Line) &&
    !isClosing(fold((lines[i] as Line).text))
  ) {
    roles[i] = 'furniture';
    i--;
  }
  for (; i > from; i--) {
    const folded = fold((lines[i] as Line).text);
    if (roles[i] !== 'text') continue;
    if (!isClosing(folded)) break;
    roles[i] = 'closing';
  }
}

/** A signature with its date in the middle of a document: what follows is an attachment. */
function zoneInnerSignatures(lines: readonly Line[], from: number, roles: Role[]): void {
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    const before = lines[i - 1] as Line;
    if (roles[i] !== 'text' || !isDateLine(fold(line.text)) || !/年/u.test(line.text)) continue;
    if (isBodyName(fold(before.text)) && roles[i - 1] === 'text') {
      roles[i] = 'closing';
      roles[i - 1] = 'closing';
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
  const first = lines.findIndex((line) => isProse(fold(line.text)));
  if (first < 0 || lines.slice(0, first).some((line) => isTitleLine(fold(line.text))))
    return [...lines];
  const line = lines[first] as Line;
  const gap = /^(\S{4,60}?(?:报告|总结|汇报|情况))(\s+)(?=\S)/u.exec(line.text);
  if (!gap || !isTitleLine(fold(gap[1] as string)) || isPageHead(line)) return [...lines];
  return [
    ...lines.slice(0, first),
    { number: line.number, text: gap[1] as string },
    { number: line.number, text: line.text.slice(gap[0].length) },
    ...lines.slice(first + 1),
  ];
}

/** A signature that runs on behind the last sentence is cut off it. */
function splitRunInClosing(
  lines: readonly Line[],
  roles: readonly Role[],
): { lines: Line[]; roles: Role[] } {
  const last = roles.lastIndexOf('text');
  const line = lines[last];
  const at = line ? splitClosing(fold(line.text)) : undefined;
  if (!line || at === undefined || at === 0) return { lines: [...lines], roles: [...roles] };
  const parts: Line[] = [
    { number: line.number, text: line.text.slice(0, at).trim() },
    { number: line.number, text: line.text.slice(at).trim() },
  ];
  return {
    lines: [...lines.slice(0, last), ...parts, ...lines.slice(last + 1)],
    roles: [...roles.slice(0, last), 'text', 'closing', ...roles.slice(last + 1)],
  };
}

/**
 * Tells page furniture, title, text and closing apart and reads the labels of the page. Total: any lines give a
 * result, and every line that is not blank is in it, in order.
 */
export function zone(all: readonly Line[], overrides: FurnitureOverrides = noOverrides): Zones {
  const filled = all.filter((line) => line.text !== '');
  const pageNumbers = barePageNumbers(filled);
  const isPaging = (line: Line) =>
    !overrides.keep.has(line.number) &&
    (pageNumbers.has(line.number) || isPageNumber(fold(line.text)));
  const removed = filled.filter((line) => overrides.add.has(line.number) || isPaging(line));
  const removedNumbers = new Set(removed.map((line) => line.number));
  const lines = splitRunInTitle(filled.filter((line) => !removedNumbers.has(line.number)));

  const fields: HeaderFields = {};
  const bodyStart = findBodyStart(lines);
  let roles: Role[] = [
    ...zoneHead(lines.slice(0, bodyStart), fields),
    ...lines.slice(bodyStart).map((): Role => 'text'),
  ];
  if (bodyStart < lines.length) {
    zoneAttachmentList(lines, bodyStart, roles);
    zoneFoot(lines, bodyStart, roles);
    zoneInnerSignatures(lines, bodyStart, roles);
  }
  roles = roles.map((role, i) =>
    role === 'furniture' && overrides.keep.has((lines[i] as Line).number) ? 'text' : role,
  );
  const split = splitRunInClosing(lines, roles);
  const zoned: ZonedLine[] = [
    ...split.lines.map((line, i) => ({ ...line, role: split.roles[i] as Role })),
    ...removed.map((line) => ({ ...line, role: 'furniture' as const })),
  ];
  zoned.sort((a, b) => a.number - b.number);
  return { lines: zoned, fields };
}
