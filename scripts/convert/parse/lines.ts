/** First stage: text → its lines. */
import { fold } from './grammar.ts';
import type { Line } from './types.ts';

/** What ends a line. */
export const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A part of a line without the blanks around it. */
export function cutLine(line: Line, from: number, to = line.text.length): Line {
  const raw = line.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = Math.max(start, from + raw.trimEnd().length);
  return {
    number: line.number,
    text: line.text.slice(start, end),
    folded: line.folded.slice(start, end),
    column: line.column + start,
    offset: line.offset + start,
  };
}

/** The lines of a text without the blanks around them, empty ones included. */
export function splitLines(text: string): Line[] {
  const breaks = new RegExp(lineBreak, 'g');
  const lines: Line[] = [];
  let offset = 0;
  const add = (end: number) => {
    const raw = text.slice(offset, end);
    const whole = { number: lines.length + 1, text: raw, folded: fold(raw), column: 1, offset };
    lines.push(cutLine(whole, 0));
  };
  for (const match of text.matchAll(breaks)) {
    add(match.index);
    offset = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}
