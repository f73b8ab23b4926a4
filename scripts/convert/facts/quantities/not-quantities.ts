/** Numbers that count nothing: names, ordinals, dates, versions, telephone numbers. */

/** Fixed expressions that begin with a Chinese numeral and a word that is a unit elsewhere. */
const names = new RegExp(
  [
    '[二三四五六七八九十两]+项(?:制度|规定|准则|纪律|机制改革)',
    '[一二三四五六七八九十两]+个(?:意识|自信|维护|确立|全面|统一|必须|一律|一(?!月)|坚持|明确|不|最|务必|结合|体系|面向|专项|基本|层面的意识)',
    '[二三四五六七八九十两]+(?:位一体|条线|张网|张皮|层皮|条腿|本账|部曲|级联动|方联动|调联动|大攻坚|大安全|面一网|套班子)',
    '[二两三四五六七八九十]件(?:大|实|要|好)?事',
    '一(?:件事|张网|条龙|站式|门式|体化|把手|类事|条心|次性|次办|个窗口|名一|村一|对一|件不|户一|案一|企一|人一|项一|家门|张表|张图|张清单|本账|单制)',
    // A place that is called by a number: 三台县, 五通桥区, 七台河. What is counted in 级, 直 or 属 of a place is none.
    '[一二三四五六七八九十]+[台门通家道元团间头堂片](?:[县区市镇乡村桥峡渠河江山湖沟岭堡屯]|街道)(?![级直属委域内])',
    '千家万户|千方百计|百家争鸣|万家灯火|十分(?!钟)|百分百|百米|万无一失',
    // Ordinals of kinds: two of them would be 两类.
    '二(?:类|期|次|组|批|层|段|班|号|审)',
    '两(?:头|面|手|案|委|法|微|高|规|院|会)',
    '半(?:径|年|天|数|导)',
  ].join('|'),
  'uy',
);

const han = /\p{Script=Han}/u;

/** Places whose names begin with a number, without what kind of place they are: 三台 of 三台县. */
export function numberedNames(places: readonly string[]): string[] {
  return places
    .filter((name) => /^[一二三四五六七八九十百千万两]\p{Script=Han}{2,}$/u.test(name))
    .map((name) => name.replace(/(?:自治[州县旗]|[省市县区州盟旗])$/u, ''))
    .filter((name) => name.length >= 2);
}

/** Spans of the places that are named, of 《…》 names and of short “…” names, in which a number is part of the name. */
export function nameSpans(text: string, names: readonly string[] = []): [number, number][] {
  const spans = names.flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }): [number, number] => [
      index,
      index + name.length,
    ]),
  );
  const titles: number[] = [];
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '《') titles.push(at);
    else if (sign === '》') {
      const start = titles.pop();
      if (start !== undefined && titles.length === 0) spans.push([start, at]);
    } else if (sign === '“' || sign === '「') quote = at;
    else if ((sign === '”' || sign === '」') && quote >= 0) {
      if (at - quote <= 24) spans.push([quote, at]);
      quote = -1;
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

/** What was matched as a number, and the text around it. */
interface Candidate {
  text: string;
  start: number;
  end: number;
  numeral: string;
  unit: string | undefined;
  approximate: boolean;
}

/** One as an article or adverb: 一些, 一起来; counted things are 一件, 一场, 一起案件. */
function countsOne({ text, start, end, unit }: Candidate): boolean {
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 4);
  if (/[统唯第进逐每任专万单同另某这那哪头之再跑无]/u.test(before)) return before === '唯';
  if (unit === '起')
    return /^(?:行政|案|纠纷|争议|典型|重大|刑事|民事|诉讼|复议|涉|土地|房|劳|合同)/u.test(after);
  if (unit === '个') return /[增成立建设有共造评获]/u.test(before);
  return /^(?:件|名|场|例|宗|次|项|份|家|部|期|人|场次|人次|%|大类|所|处|座|批次)$/u.test(
    unit ?? '',
  );
}

/** Whether a number with its unit counts something. */
export function isQuantity(candidate: Candidate): boolean {
  const { text, start, end, numeral, unit, approximate } = candidate;
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  const arabic = /\d/.test(numeral);
  if (/[第A-Za-z+＋〔［[#№./／\d]/u.test(before)) return false;
  if (/第[\d一二三四五六七八九十]+[、至—-]$/u.test(text.slice(Math.max(0, start - 8), start)))
    return false;
  if (/[A-Za-z+＋〕］\]]/u.test(after)) return false;
  if (!arabic && /[每统]/u.test(before) && numeral === '一') return false;
  // Telephone numbers and codes.
  if (/^0\d/u.test(numeral)) return false;
  if (unit === undefined) return isBare(candidate, arabic, approximate);
  if (unit === '日' || unit === '年') return isDuration(candidate);
  if (!arabic) {
    names.lastIndex = start;
    if (names.test(text)) return false;
    if (numeral === '一' && !approximate) return countsOne(candidate);
    if (/^[零〇]+$/u.test(numeral)) return false;
    if (numeral === '半') return false;
    // 十九大, 三中全会 and the like have no unit; 千 or 万 alone is a number only with 余 or 近.
    if (/^[千万亿百]$/u.test(numeral) && !approximate) return unit === '%';
  }
  // 12345热线 and 110联动 have no unit; 12345件 has one, unless the hotline is named beside it.
  if (/^1[12]\d{3}$/.test(numeral) && /^[”"]?(?:热线|平台|公共)/u.test(text.slice(end)))
    return false;
  return true;
}

/** Words that say how long something takes, before and behind a number of days or years. */
const lasting =
  /(?:公示|公告期?|提前|延长|延后|缩短|压缩|压减|节约|减少|至少|不少于|不低于|不超过|限期?|时限|期限|有效期|周期|为期|长达|连续|持续|平均|最长|最短|最快|至多|超过|近|满|仅需|只需|用时|耗时|需要?|历时|从业|工作|法定|承诺)(?:了|期|为|至|到|由|均为|满|用时){0,4}$/u;
const within = /^(?:内|以内|之内|以上|以下|左右|之久|期间|办结|办毕|答复|回复|时间)/u;

/** 日 and 年 count days and years where the words around say that something lasts; elsewhere they are dates. */
function isDuration({ text, start, end, numeral, approximate }: Candidate): boolean {
  if (/^(?:19|20)\d\d$|[〇零]/u.test(numeral) || numeral.length > 4) return false;
  const before = text.slice(Math.max(0, start - 8), start);
  if (/[月·.年/—至到-]$/u.test(before)) return false;
  return approximate || within.test(text.slice(end, end + 4)) || lasting.test(before);
}

/** A number without unit counts where a noun follows at once: 432政法干部, or 余 says that it counts: 100余. */
function isBare(
  { text, start, end, numeral }: Candidate,
  arabic: boolean,
  approximate: boolean,
): boolean {
  const after = text[end] ?? '';
  if (!arabic) return false;
  if (/^[年月日周号版路届时点分级大是者方度季米代]/u.test(after)) return false;
  if (approximate)
    return !/[年月]/u.test(after) && !/^(?:近|约|超)?$/u.test(text.slice(end - 1, end));
  if (!/^\d{2,4}$/.test(numeral) || /^(?:110|119|120|122|19\d\d|20\d\d)$/.test(numeral))
    return false;
  return (
    han.test(after) &&
    han.test(text[start - 1] ?? '') &&
    !/[年月日号令]/u.test(text[start - 1] ?? '')
  );
}
