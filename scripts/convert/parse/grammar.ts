/**
 * The grammar of printed reports: every regular expression by which numbers, headings, dates, labels and
 * page furniture are recognised. Rules speak of how official documents are written, never of one document.
 *
 * All patterns are matched against a view of the text made by {@link fold}, which has the same length and
 * the same offsets as the text itself.
 */
import { titleSubject } from '../../../src/model/genre.ts';
import { extend, simplified, translate } from './simplify.ts';

/** Blanks of all kinds, and the invisible characters that editors of web pages leave behind. */
export const blank = '[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]';

/** Full-width signs and digits (U+FF01–FF5E) and variants of signs → the plain ones; Traditional characters → Simplified. */
const folded = extend(simplified, [
  ...Array.from({ length: 94 }, (_, index): [string, string] => [
    String.fromCharCode(0xff01 + index),
    String.fromCharCode(0x21 + index),
  ]),
  ['〔', '('],
  ['〕', ')'],
  ['﹝', '('],
  ['﹞', ')'],
  ['﹑', '、'],
  ['○', '〇'],
  ['◯', '〇'],
  ['\u041E', '〇'],
]);

/** A view of `text` for recognition, in which a sign has one form. Same length, so offsets hold in both. */
export function fold(text: string): string {
  return translate(text, folded);
}

const blanks = new RegExp(blank, 'gu');

/** The text without blanks and invisible characters. */
export function compact(text: string): string {
  return text.replace(blanks, '');
}

/** Length of `text` without blanks and invisible characters. */
export function visibleLength(text: string): number {
  return compact(text).length;
}

/** Line ends and control characters, none of which a title or another field of one line may hold. */
export const lineBreaking = /[\p{Cc}\u2028\u2029]+/gu;

/** The text on one line: a blank stands where a line ended or a control character stood. */
export function oneLine(text: string): string {
  return text.replace(lineBreaking, ' ').trim();
}

/** Numerals from one to ten. */
export const digits = '一二三四五六七八九十';
/** A Chinese numeral; whether it is one, {@link parseChineseNumber} tells. */
export const cn = `(?:[${digits}百零〇]{1,5})`;

/** Value of a Chinese numeral from 1 to 999; NaN where it is none (`十十`, `百`). */
export function parseChineseNumber(numeral: string): number {
  const match =
    /^(?:([一二三四五六七八九])百[零〇]?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      numeral,
    );
  if (!match || numeral === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) + 1 : 0);
  return value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

/** What is left of an indent: invisible characters, `??` where a program could not write a wide blank. */
export const damagedIndent = new RegExp(`^(?:${blank}|\\?{2}|\\uFFFD|\u25A1)+`, 'u');

/** A family of points: how their leads are numbered. */
export interface PointFamily {
  name: 'shi' | 'di' | 'shouxian';
  /** Finds a numeral word and its separator; group 1 is the number. */
  pattern: RegExp;
  /** Number of the point; 0 means "the next one". */
  number: (text: string) => number;
}

const ordinals: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 最后: 0 };

export const pointFamilies: PointFamily[] = [
  {
    name: 'shi',
    pattern: new RegExp(
      `(?<![第其])([${digits}]{1,3})${blank}*(?:是(?!否)|要(?![素求务点闻件领职害塞]))[,:]?`,
      'gu',
    ),
    number: parseChineseNumber,
  },
  {
    name: 'di',
    pattern: new RegExp(`第([${digits}]{1,3})${blank}*(?:[,、:]|是)`, 'gu'),
    number: parseChineseNumber,
  },
  {
    name: 'shouxian',
    pattern: new RegExp(`(首先|其次|再次|最后)${blank}*[,、:]`, 'gu'),
    number: (text) => ordinals[text] ?? 0,
  },
];

/** What stands right before a point that begins a sentence. */
export const pointBoundary = new RegExp(
  `(?:^${blank}*|(?<!${blank})${blank}+|[。!?;:,…]["'”’)]*${blank}*)$`,
  'u',
);

/** Characters before 一是 that make it another word: 统一是, 唯一是, 之一是, 万一是. */
export const pointNotAfter = /[统唯单之万某任同另专合归划第逐进百千数两几初]$/u;

/** A point whose number was lost: a sentence that begins with 是. */
export const lostPoint = new RegExp(
  `(?<=^|[。!?;]["”’)]{0,9}${blank}{0,9})是(?!否|以|因|指|我|全|由|在|一)`,
  'gu',
);

const cnYear = '[二2][〇零0oO][一二三四五六七八九〇零\\d][一二三四五六七八九〇零\\d]';
const cnDay = '(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,2})';

/** Dates: `2021-02-26`, `2021/03/29 11:30:01`, `2021年3月22日 16时47分`, `二〇二一年一月五日`, `2021年1月初`. */
export const datePattern = new RegExp(
  `((?:19|20)\\d{2}|${cnYear})${blank}*(?:[-/.]${blank}*(\\d{1,2})${blank}*[-/.]${blank}*(\\d{1,2})|年${blank}*(${cnDay})${blank}*月(?:份)?(?:${blank}*(${cnDay})${blank}*[日号]|(?:初|底|末|上旬|中旬|下旬))?)`,
  'u',
);

/** A time of day and a weekday behind a date: what web pages print, and official documents do not. */
export const timeOfDay = new RegExp(
  `^${blank}*(?:T?\\d{1,2}${blank}*(?:[:]\\d{2}(?:[:]\\d{2})?|时\\d{1,2}分?(?:\\d{1,2}秒)?))`,
  'u',
);

const cnDigit = (character: string) => {
  const index = '〇一二三四五六七八九'.indexOf(character);
  if (index >= 0) return String(index);
  return character === '零' || character === 'o' || character === 'O' ? '0' : character;
};

/** ISO form of the first date of a folded text, as far as it is given: `2021-02-26`, `2021-01`; null if there is none. */
export function parseDate(folded: string): string | null {
  const match = datePattern.exec(folded);
  if (!match) return null;
  const [, year, month, day, cnMonth, cnDayOfMonth] = match;
  const number = (text: string | undefined) =>
    text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
  const parts = [
    Number([...(year as string)].map(cnDigit).join('')),
    number(month ?? cnMonth),
    number(day ?? cnDayOfMonth),
  ];
  const [y, m, d] = parts;
  if (!y || !m || m < 1 || m > 12) return null;
  if (d !== undefined && !(d >= 1 && d <= 31)) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return d === undefined ? `${y}-${pad(m)}` : `${y}-${pad(m)}-${pad(d)}`;
}

/** A line that is nothing but a date, perhaps in brackets. */
export function isDateLine(folded: string): boolean {
  const text = folded.trim().replace(/^[([【]|[)\]】]$/gu, '');
  const match = datePattern.exec(text);
  if (match?.index !== 0) return false;
  const rest = text.slice(match[0].length).replace(timeOfDay, '');
  return (
    visibleLength(rest) === 0 ||
    /^\s*(?:(?:发布|公布|印发|星期[一二三四五六日天])\s*)?$/u.test(rest)
  );
}

/** 文号 in a folded text: 西政〔2021〕5号, with brackets of any kind. */
export const documentNumberPattern = new RegExp(
  `\\p{Script=Han}{1,16}${blank}*[(\\[【]${blank}*(?:19|20)\\d{2}${blank}*(?:年${blank}*)?[)\\]】]${blank}*(?:第${blank}*)?\\d{1,5}${blank}*号`,
  'u',
);

/** Tails of bodies that issue reports. */
export const bodyTail =
  /(?:人民政府|行政公署|管理委员会|管委会|委员会|办公室|办公厅|政府|党组|党委|局|厅|委|办|院|(?<!部)署|所|站|会|中心|总队|支队|大队|街道办事处|办事处|领导小组|公司|集团|海关)(?:\([^()]{1,20}\))?$/u;

/** A line that may be the name of the body that signs: short, no sentence, with the tail of a body. */
export function isBodyName(folded: string): boolean {
  const text = compact(folded);
  return (
    text.length >= 3 &&
    text.length <= 45 &&
    bodyTail.test(text) &&
    /^[\p{Script=Han}()·、]+$/u.test(text) &&
    !/^关于|网站$/u.test(text)
  );
}

const titleTail =
  /(?:(?:报告|总结|汇报|情况|年报|公告|公示|通报)(?:公开|材料)?(?:[及和暨与、].{0,24}(?:计划|打算|安排|思路|要点|情况))?)(?:\([^()]{0,20}\))?[》」]?(?:的(?:报告|公告|函|通知|公示))?$/u;

/** Whether a line reads like the title of an annual report, or the tail of one over two lines. */
export function isTitleLine(folded: string): boolean {
  const text = compact(folded).replace(/(?<!\|)\|+$/u, '');
  return (
    text.length <= 70 &&
    titleTail.test(text) &&
    titleSubject.test(text) &&
    !/[。;!?]/u.test(text) &&
    !/[>»›→]/u.test(text) &&
    !/^(?:名称|标题|主题)[:]/u.test(text) &&
    !/^(?:现将|根据|按照|为)/u.test(text)
  );
}

/** 附件 at the start of a line. */
export const attachmentStart = new RegExp(
  `^${blank}*附${blank}*[件表录]${blank}*(?:[\\d${digits}]{1,3}${blank}*)?(?:[:.、]|$)`,
  'u',
);

/** Bodies a report may be addressed to, each with a tail of its own: 省委、省政府, 市委全面依法治市委员会. */
const addressed =
  '[\\p{Script=Han}·]{0,30}?(?:委员会|国务院|党中央|人民政府|政府|办公室|办公厅|人大|常委会|党委|党组|领导小组|[局委办厅])';
const addresseePattern = new RegExp(`^(${addressed}(?:[、和]${addressed}){0,4}):`, 'u');

/** Characters of a paragraph that an addressee stands in. */
const longestAddressee = 240;

/** What stands in a paragraph that opens with an addressee: 市委、市政府：…; null where none does. */
export function addresseeOf(text: string): string | null {
  const bare = compact(text.slice(0, longestAddressee));
  const found = addresseePattern.exec(fold(bare))?.[1];
  return found !== undefined && found.length >= 2 ? bare.slice(0, found.length) : null;
}

/** A line that is nothing but an addressee: 市委全面依法治市委员会:, 县人民政府: */
export function isAddressee(folded: string): boolean {
  const text = compact(folded);
  return text.length <= 50 && addresseeOf(text)?.length === text.length - 1;
}

/** Years a text says it reports on: 2020年度, 2020年法治政府建设. */
export const yearPattern = new RegExp(`((?:19|20)\\d{2}|${cnYear})${blank}*(?:年度|年)`, 'gu');

/** Number of a year in figures or numerals. */
export function parseYear(text: string): number {
  return Number([...text].map(cnDigit).join(''));
}

/** Drops what closes a printed heading, a stop or the end of its brackets: 健全政府法律顾问制度。 → 健全政府法律顾问制度 */
export function trimHeading(text: string): string {
  return text
    .trim()
    .replace(/^[【〖[［]?([^【〖[［]+)[】〗\]］]$/u, '$1')
    .replace(
      /(?<![。.:;,、|\s\uFF0C\uFF0E\uFF1A\uFF1B])[。.:;,、|\s\uFF0C\uFF0E\uFF1A\uFF1B]+$/u,
      '',
    );
}

/**
 * Where a signature with its date begins behind the last sentence of a folded text: 0 where the whole text is one,
 * undefined where there is none.
 */
export function splitClosing(folded: string): number | undefined {
  const ends = [...folded.matchAll(/[。!?]["”’)]*/gu)].at(-1);
  const from = ends ? ends.index + ends[0].length : 0;
  const tail = folded.slice(from);
  if (visibleLength(tail) > 60) return undefined;
  const date = datePattern.exec(tail);
  if (!date || !/年/u.test(date[0]) || visibleLength(tail.slice(date.index + date[0].length)) > 0)
    return undefined;
  const name = tail
    .slice(0, date.index)
    .replace(new RegExp(`${blank}+`, 'gu'), '')
    .replace(/[(]$/u, '');
  return name === '' || isBodyName(name) ? from : undefined;
}
