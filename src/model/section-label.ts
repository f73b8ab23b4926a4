import type { Section } from './report.ts';
import { idSegment, isPassage, type SectionStyle, sectionStyles } from './section-styles.ts';

/**
 * The number of a section as tables of contents show it: 一、 (一) 1. (1) ① 一是.
 * Unnumbered paragraphs have none: the empty string.
 */
export function sectionNumber({ style, number }: { style: SectionStyle; number: number }): string {
  return sectionStyles[style].label(number);
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
      const [, letter, number] = idSegment.exec(segment) ?? [];
      if (!letter) return '';
      const section = { style: letter as SectionStyle, number: Number(number) };
      return isPassage(section) ? `第${number}段` : sectionNumber(section);
    })
    .join('');
}

/** Words that join others and say nothing. */
const joining = /[的和与及、]/g;
/** Least share of a label's pairs of characters by which a heading says the same. */
const sameShare = 0.4;

/** Whether a heading says by itself what a label says: 存在的主要问题 and 存在的问题和不足. */
export function saysItself(heading: string, label: string): boolean {
  const said = heading.replace(joining, '');
  const words = label.replace(joining, '');
  const pairs = Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2));
  return pairs.filter((pair) => said.includes(pair)).length >= sameShare * pairs.length;
}
