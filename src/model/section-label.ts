import type { Section, SectionStyle } from './report.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 in Chinese: 43 → 四十三. Larger ones stay Arabic. */
function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return ten + digits[value % 10];
}

/**
 * The number of a section as tables of contents show it: 一、 (一) 1. (1) ① 一是.
 * Unnumbered paragraphs have none: the empty string.
 */
export function sectionNumber(section: { style: SectionStyle; number: number }): string {
  const { style, number } = section;
  switch (style) {
    case 's':
      return `${chineseNumber(number)}、`;
    case 'k':
      return `(${chineseNumber(number)})`;
    case 'n':
      return `${number}.`;
    case 'm':
      return `(${number})`;
    case 'o':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
    case 'i':
      return `${chineseNumber(number)}是`;
    case 'p':
      return '';
  }
}

/**
 * What a section is listed by, without its number: its heading, or where it begins.
 * @param length most characters of text to show where there is no heading
 */
export function sectionTitle(section: Pick<Section, 'heading' | 'text'>, length: number): string {
  const { heading, text } = section;
  if (heading !== null) return heading;
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/**
 * The place of a section or paragraph as people name it, from its id alone: `s1-k7-i3` → 一、(七)三是,
 * `p2` → 第2段.
 */
export function sectionPlace(id: string): string {
  return id
    .split('-')
    .map((segment) => {
      const [, style, number] = /^([sknmoip])(\d+)/.exec(segment) ?? [];
      if (!style) return '';
      if (style === 'p') return `第${number}段`;
      return sectionNumber({ style: style as SectionStyle, number: Number(number) });
    })
    .join('');
}
