/** When a label and what the program says are the same. */
import { compact, fold } from '../../convert/parse/grammar.ts';

/** Equal but for the error of binary fractions. */
export const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Words without blanks, with signs of one width; Traditional characters read as Simplified ones. */
export const plain = (text: string) =>
  compact(fold(text))
    .replace(/[〔【]/gu, '[')
    .replace(/[〕】]/gu, ']');

/** A name that leaves the place out: 区人民政府. */
const unnamed = /^(?:[省市县区州盟旗镇乡]|街道)?(?:人民政府|政府|办事处)/u;

/** Whether two names are of one body: one may bear the names of its superiors before it. */
export function isSameBody(a: string, b: string): boolean {
  const [short = '', long = ''] = [plain(a), plain(b)].sort((x, y) => x.length - y.length);
  return short === long || (long.endsWith(short) && !unnamed.test(short));
}
