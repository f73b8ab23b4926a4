/**
 * The automatic numbers of a Word document (ECMA-376, 17.9): Word stores rules, and prints numbers that stand nowhere
 * in the text. A report's 一、 and (一) are often such numbers.
 */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

interface Level {
  format: string;
  /** Printed form, `%1` standing for the number of the first level. */
  text: string;
  start: number;
}

/** The deepest level of a list, the first being 0 (ECMA-376, 17.9.3). */
const deepest = 8;

const digits = '零一二三四五六七八九';

/** Chinese numeral of 1 to 999, as counting prints it: 十二, 二十, 一百零五. */
export function chineseNumeral(value: number): string {
  if (value < 10) return digits[value] as string;
  if (value < 20) return `十${value > 10 ? digits[value - 10] : ''}`;
  if (value < 100)
    return `${digits[Math.floor(value / 10)]}十${value % 10 ? digits[value % 10] : ''}`;
  const rest = value % 100;
  const lead = `${digits[Math.floor(value / 100)]}百`;
  if (rest === 0) return lead;
  if (rest < 10) return `${lead}零${digits[rest]}`;
  return `${lead}${rest < 20 ? '一' : ''}${chineseNumeral(rest)}`;
}

function roman(value: number): string {
  const parts: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let out = '';
  for (const [size, sign] of parts)
    while (rest >= size) {
      out += sign;
      rest -= size;
    }
  return out;
}

const letter = (value: number) => String.fromCharCode(96 + ((value - 1) % 26) + 1);

/** A number as a format of Word prints it. */
function printed(format: string, value: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'chineseLegalSimplified':
      return chineseNumeral(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalFullWidth':
      return String(value).replace(/\d/gu, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
    case 'none':
      return '';
    default:
      return String(value);
  }
}

const val = ($: CheerioAPI, node: Element, child: string) =>
  $(node).children(child).first().attr('w:val');

/** Prints the automatic numbers of paragraphs, in the order they are asked for. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #counters = new Map<string, number[]>();
  readonly #abstract = new Map<string, string>();
  readonly #restarts = new Map<string, number>();

  /** @param $ `word/numbering.xml`, undefined where the document has none */
  constructor($: CheerioAPI | undefined) {
    if (!$) return;
    for (const list of $('w\\:abstractNum').toArray()) {
      const levels = new Map<number, Level>();
      for (const level of $(list).children('w\\:lvl').toArray())
        levels.set(Number(level.attribs['w:ilvl']), {
          format: val($, level, 'w\\:numFmt') ?? 'decimal',
          text: val($, level, 'w\\:lvlText') ?? '',
          start: Number(val($, level, 'w\\:start') ?? 1),
        });
      this.#levels.set(list.attribs['w:abstractNumId'] ?? '', levels);
    }
    for (const num of $('w\\:num').toArray()) {
      const id = num.attribs['w:numId'] ?? '';
      this.#abstract.set(id, val($, num, 'w\\:abstractNumId') ?? '');
      for (const override of $(num).children('w\\:lvlOverride').toArray()) {
        const start = val($, override, 'w\\:startOverride');
        if (start !== undefined)
          this.#restarts.set(`${id}/${override.attribs['w:ilvl']}`, Number(start));
      }
    }
  }

  /** The number before a paragraph of list `id` at `depth`, empty for bullets and unknown lists. Counts on. */
  next(id: string, depth: number): string {
    const key = this.#abstract.get(id);
    const levels = this.#levels.get(key ?? '');
    const level = levels?.get(depth);
    if (key === undefined || !levels || !level || level.format === 'bullet') return '';
    if (!(depth >= 0 && depth <= deepest)) return '';
    const counters = this.#counters.get(key) ?? [];
    this.#counters.set(key, counters);
    const restart = this.#restarts.get(`${id}/${depth}`);
    if (restart !== undefined) {
      this.#restarts.delete(`${id}/${depth}`);
      counters[depth] = restart;
    } else counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levels.get(at);
      return of ? printed(of.format, counters[at] ?? of.start) : '';
    });
  }
}
