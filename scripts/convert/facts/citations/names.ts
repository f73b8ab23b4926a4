/** Finds what is printed between 《 and 》, nested names and angle brackets included. */

export interface NameSpan {
  /** Offset of the outer 《. */
  start: number;
  /** Offset behind the outer 》. */
  end: number;
  name: string;
}

const opening = new Set('《〈<＜');
const closing = new Set('》〉>＞');
/** Longest name: an unclosed 《 must not swallow a report. */
const longest = 160;

/** All outer names of a text in reading order. Unpaired brackets end no name and begin none. */
export function nameSpans(text: string): NameSpan[] {
  const spans: NameSpan[] = [];
  let at = text.indexOf('《');
  while (at >= 0) {
    const end = closeOf(text, at);
    if (end > 0) spans.push({ start: at, end, name: text.slice(at + 1, end - 1) });
    at = text.indexOf('《', end > 0 ? end : at + 1);
  }
  return spans;
}

/** Offset behind the sign that closes the name opened at `start`; 0 where none does. */
function closeOf(text: string, start: number): number {
  let depth = 0;
  // 《关于印发《…》的通知》 nests the same sign; 《关于印发《…的通知》 forgets one: the first 》 closes it then.
  const until = Math.min(text.length, start + longest);
  for (let at = start; at < until; at++) {
    const sign = text[at] as string;
    if (sign === '\n') return 0;
    if (opening.has(sign)) depth++;
    else if (closing.has(sign) && --depth <= 0) return sign === '》' ? at + 1 : 0;
  }
  const first = text.slice(start, until).indexOf('》');
  return first > 0 ? start + first + 1 : 0;
}
