/**
 * The grammar of numbers in Chinese official prose: digits of every script, scales, units, approximations, ranges,
 * fractions. Every regular expression about numbers stands here; none has nested or overlapping repetitions, so that
 * matching stays linear in the length of the text.
 */

import { unitPattern } from './units.ts';

const foldTable: Record<string, string> = {
  ...Object.fromEntries([...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)])),
  '．': '.',
  '％': '%',
  萬: '万',
  億: '亿',
  餘: '余',
  兩: '两',
  個: '个',
  場: '场',
  條: '条',
  項: '项',
  戶: '户',
  處: '处',
  張: '张',
  約: '约',
  過: '过',
  參: '参',
  貳: '二',
  叁: '三',
  '○': '〇',
};

/** Writes full-width digits and traditional number words as their usual forms; every offset stays where it is. */
export function foldNumbers(text: string): string {
  return text.replace(
    /[０-９．％萬億餘兩個場條項戶處張約過貳叁○]/gu,
    (sign) => foldTable[sign] ?? sign,
  );
}

const chineseDigits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chineseTens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const scales: Record<string, number> = {
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
};

/** Removes what binary fractions add: 6.3 × 10⁸ is 630000000. */
export function exactly(value: number): number {
  return Number(value.toPrecision(13));
}

/** Value of a Chinese numeral such as 九十八, 三万五千, 百 or 二〇; undefined where the signs form no number. */
export function chineseValue(numeral: string): number | undefined {
  if (/^半+$/.test(numeral)) return numeral.length === 1 ? 0.5 : undefined;
  const [whole = '', fraction] = numeral.split('点');
  if (/^[〇零一二两三四五六七八九]{2,}$/.test(whole) && fraction === undefined) {
    // 二〇二〇 is read digit by digit; 两三 is a range and handled by its caller.
    return /[〇零]/.test(whole)
      ? Number([...whole].map((sign) => chineseDigits[sign]).join(''))
      : undefined;
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of whole) {
    if (sign in chineseDigits) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = chineseDigits[sign];
    } else if (sign in chineseTens) {
      section += (digit || 1) * (chineseTens[sign] as number);
      digit = undefined;
    } else if (sign === '万' || sign === '亿') {
      total = (total + (section + (digit ?? 0) || 1)) * (scales[sign] as number);
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  const value = total + section + (digit ?? 0);
  if (fraction === undefined) return value;
  const decimals = [...fraction].map((sign) => chineseDigits[sign]);
  return decimals.includes(undefined) ? undefined : Number(`${value}.${decimals.join('')}`);
}

/** Two neighbouring digits spoken as a range: 两三 is 2 to 3. */
export function spokenRange(numeral: string): [number, number] | undefined {
  if (!/^[一二两三四五六七八九]{2}$/.test(numeral)) return undefined;
  const [low, high] = [...numeral].map((sign) => chineseDigits[sign] as number) as [number, number];
  return high === low + 1 ? [low, high] : undefined;
}

const arabic = String.raw`\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;
const chinese = '[〇零一二两三四五六七八九十百千万亿半]+(?:点[〇零一二三四五六七八九]+)?';
const numeral = `(?:${arabic}|${chinese})`;
const scale = '(?:百万|千万|万|亿|千|百)';
const more = '(?:余|多|来|几)';
const range = '(?:至|到|~|～|-|—|–|－)';

/**
 * One number with what belongs to it. Groups: `den` denominator of a fraction (百分之…), `first` and `more1`, `scale1`,
 * `more2`; of a range also `percent1`, `second`, `more3`, `scale2`, `more4`; `unit`; `half` (两成半); `tail` (以上, 左右).
 */
export const numberPattern = new RegExp(
  '(?:(?<den>[一二三四五六七八九十百千万]{1,9})分之)?' +
    `(?<first>${numeral})(?<more1>${more})?(?:[ \\u00a0]?(?<scale1>${scale}))?(?<more2>余|多)?` +
    String.raw`(?:(?<percent1>%)?[ \u00a0]?${range}[ \u00a0]?(?<second>${numeral})(?<more3>${more})?(?<scale2>${scale})?(?<more4>余|多)?)?` +
    String.raw`(?:[ \u00a0\u3000]{0,2}(?<unit>(?:${unitPattern})(?:[(（](?:${unitPattern})[)）]|\/(?:${unitPattern}))?))?` +
    '(?<half>(?<=成)半)?(?<tail>以上|以下|以内|左右|上下|有余)?',
  'gu',
);

/** Words right before a number that make it approximate. */
export const approximateBefore =
  /(?:(?<![附最临邻就亲贴])(?:将近|接近|近)|(?<![签预节履违公条合契特制])(?:大约|约)|(?<!赶)(?:超过|超|逾|突破)|不少于|不低于|至少|不足|不到|(?<![以网线之加附])上)$/u;

/** Value of an Arabic or Chinese numeral; undefined where it is none. */
export function numeralValue(text: string): number | undefined {
  return /\d/.test(text) ? Number(text.replace(/[,，]/g, '')) : chineseValue(text);
}

/** Factor of a scale word. */
export function scaleFactor(word: string | undefined): number {
  return word === undefined ? 1 : (scales[word] ?? 1);
}
