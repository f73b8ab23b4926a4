/** When a label and what the program says are the same. */
import { compact, fold } from '../../convert/parse/grammar.ts';

/** Equal but for the error of binary fractions. */
export const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** A figure with its unit. */
interface Amount {
  value: number;
  unit: string;
}

const factors: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** An amount without 万 and 亿 in its unit, and tenths (成) as per cent: 1.85亿元 is 185000000元. */
function written({ value, unit }: Amount): Amount {
  if (unit === '成') return { value: value * 10, unit: '%' };
  const factor = factors[unit[0] ?? ''];
  return factor ? { value: value * factor, unit: unit.slice(1) } : { value, unit };
}

/** Whether two amounts are the same; some labels keep the 万 of money in the unit, others multiply it out. */
export function isSameAmount(a: Amount, b: Amount): boolean {
  const [first, second] = [written(a), written(b)];
  return first.unit === second.unit && near(first.value, second.value);
}

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
