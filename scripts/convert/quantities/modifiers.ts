/** Period, scope and cumulation of a quantity, read from the words of its sentence before it. */

export type Scope = '本级' | '全域' | '部门';

export interface Modifiers {
  scope: Scope | null;
  /** As printed: 全年, 截至11月底, 前三季度. */
  period: string | null;
  cumulative: boolean;
}

const periods =
  /(?:截[至止](?:到)?(?:目前|[^，,。；;、：:]{1,12}?(?:月底|年底|月末|年末|日|月份|月))|(?:自|从)?“?[一二三四五六七八九十]{1,3}五”?(?:普法|规划|时期)?以来|(?:自|从)[^，,。；;]{1,16}以来|(?:20\d\d|今|去|本|上|近[\d一二两三四五六七八九十]+)年(?:度)?以来|前[一二三四1234]个?季度|[一二三四第]+季度|[上下]半年|全年(?!度?[工总])|年内|年度内|(?:本|报告)年度|今年|20\d\d年(?:1?\d月)?[^，,。；;、]{0,4}(?:至|到|—|-)(?:20\d\d年)?1?\d月(?:\d+日|底)?|20\d\d年(?:度)?(?=[，,共全我各]))|至?目前/gu;

const scopes: [Scope, RegExp][] = [
  [
    '部门',
    /各(?:部门|单位|乡镇|镇街|街道|行政机关|执法部门)|市直|县直|区直|州直|省直|(?:区|市|县|州|省)属(?:各)?(?:执法|行政)?部门|部门[、和]?(?:及)?乡镇|(?:下属|所属)(?:单位|部门)|作为被告的行政机关/gu,
  ],
  [
    '本级',
    /[省市县区州盟旗](?:本)?级(?!以)|本级|(?:[省市县区州]|人民)政府(?!各|所属|及所属|部门|法制|法律顾问|常务会议审议)|行署|(?<!全)(?:省|市|县|区)政府/gu,
  ],
  ['全域', /全[省市县区州盟旗镇乡街系]|各地区|各级|各地|辖区内/gu],
];

/** Last match of a global expression. */
function last(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}

/**
 * Reads the modifiers of a quantity.
 * @param before the sentence up to the number
 * @param local the clause of the number
 */
export function modifiersOf(before: string, local: string): Modifiers {
  const plain = before.replace(/《[^》]*》/gu, (name) => '＊'.repeat(name.length));
  let scope: Scope | null = null;
  let at = -1;
  for (const [name, pattern] of scopes) {
    const match = last(pattern, plain);
    if (match && match.index + match[0].length > at) {
      at = match.index + match[0].length;
      scope = name;
    }
  }
  const period = last(periods, plain)?.[0] ?? null;
  return {
    scope,
    period,
    cumulative: /累计|累积|历年|以来/u.test(local) || (period?.includes('以来') ?? false),
  };
}
