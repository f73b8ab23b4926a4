/** Period, scope and cumulation of a quantity, read from the words of its sentence before it. */

export type Scope = '本级' | '全域' | '部门';

export interface Modifiers {
  scope: Scope | null;
  /** As printed: 全年, 截至11月底, 前三季度. */
  period: string | null;
  cumulative: boolean;
}

const periods =
  /(?:截[至止](?:到)?(?:目前|[^，,。；;、：:]{1,12}?(?:月底|年底|月末|年末|日|月份|月))|(?:自|从)?“?[一二三四五六七八九十]{1,3}五”?(?:普法|规划|时期)?以来|(?:自|从)[^，,。；;]{1,16}以来|(?:20\d\d|今|去|本|上|近[\d一二两三四五六七八九十]{1,9})年(?:度)?以来|前[一二三四1234]个?季度|[一二三四第]{1,9}季度|[上下]半年|全年(?!度?[工总])|年内|年度内|(?:本|报告)年度|今年|20\d\d年(?:1?\d月)?[^，,。；;、]{0,4}(?:至|到|—|-)(?:20\d\d年)?1?\d月(?:\d+日|底)?|20\d\d年(?:度)?(?=[，,共全我各]))|至?目前/gu;

const scopes: [Scope, RegExp][] = [
  [
    '部门',
    /各(?:部门|单位|乡镇|镇街|街道|行政机关|执法部门)|[市县区州省]直|(?:区|市|县|州|省)属(?:各)?(?:执法|行政)?部门|部门[、和]?(?:及)?乡镇|(?:下属|所属)(?:单位|部门)/gu,
  ],
  [
    '本级',
    /[省市县区州盟旗]?本级|[市县区州盟旗]级(?=保留|废止|修改|共|政府|权力|权责)|(?<!全)[省市县区州盟](?:人民)?政府(?!各|所属|及所属|及各|及其|部门|法制|法律顾问|相关|有关|组成|工作部门|办公|常务会议审议|\d)|行署/gu,
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
  const plain = before.replace(/《[^》]{0,200}》/gu, (name) => '＊'.repeat(name.length));
  const period = last(periods, plain)?.[0] ?? null;
  return {
    scope: scopeOf(plain, local),
    period,
    cumulative: /累计|累积|历年|以来/u.test(local) || (period?.includes('以来') ?? false),
  };
}

/** Words that may stand before the subject of a clause: a time, a name, no verb. */
const beforeSubject = /^[^审查提向报送定发核取理收]{0,10}$/u;

/** The scope named in the clause of the number, or as the subject of the last clause before it that has one. */
function scopeOf(before: string, local: string): Scope | null {
  const own = lastScope(before.slice(Math.max(0, before.length - local.length)), () => true);
  if (own) return own;
  const clauses = before.slice(0, Math.max(0, before.length - local.length)).split(/[，,；;：:]/u);
  for (const clause of clauses.reverse()) {
    const found = lastScope(clause, (ahead) => beforeSubject.test(ahead));
    if (found) return found;
  }
  return null;
}

/** Scope named last in a clause, where the words ahead of it allow it. */
function lastScope(clause: string, allows: (ahead: string) => boolean): Scope | null {
  let scope: Scope | null = null;
  let at = -1;
  for (const [name, pattern] of scopes)
    for (const match of clause.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end <= at || !allows(clause.slice(0, match.index))) continue;
      at = end;
      scope = name;
    }
  return scope;
}
