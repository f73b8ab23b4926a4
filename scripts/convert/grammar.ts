/**
 * The grammar of printed reports: every regular expression by which numbers, headings, dates, labels and
 * page furniture are recognised. Rules speak of how official documents are written, never of one document.
 *
 * All patterns are matched against a view of the text made by {@link fold}, which has the same length and
 * the same offsets as the text itself.
 */
import type { SectionStyle } from '../../src/model/report.ts';
import { simplifyCharacter } from './simplify.ts';

/** Blanks of all kinds, and the invisible characters that editors of web pages leave behind. */
export const blank = '[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]';

/**
 * Characters that are folded for recognition only, one to one: what is printed never changes. Full-width
 * signs and digits (U+FF01–FF5E) are folded by their code.
 */
const foldings: Record<string, string> = {
  '〔': '(',
  '〕': ')',
  '﹝': '(',
  '﹞': ')',
  '﹑': '、',
  '○': '〇',
  '◯': '〇',
  О: '〇',
};

/**
 * A view of `text` for recognition: full-width signs and digits as half-width ones, Traditional characters as
 * Simplified ones. Same length, so offsets hold in both.
 */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const character = text[i] as string;
    out +=
      code >= 0xff01 && code <= 0xff5e
        ? String.fromCharCode(code - 0xfee0)
        : (foldings[character] ?? simplifyCharacter(character));
  }
  return out;
}

/** Length of `text` without blanks and invisible characters. */
export function visibleLength(text: string): number {
  return text.replace(new RegExp(blank, 'gu'), '').length;
}

const digits = '一二三四五六七八九十';
const cn = `(?:[${digits}百零〇]{1,5})`;

/** Value of a Chinese numeral from 1 to 999; NaN where it is none (`十十`, `百`). */
export function parseChineseNumber(numeral: string): number {
  const match =
    /^(?:([一二三四五六七八九])百[零〇]?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      numeral,
    );
  if (!match || numeral === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) + 1 : 0);
  return value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

/** A printed section number at the start of a piece of text. */
export interface Marker {
  style: SectionStyle;
  number: number;
  /** Length of the marker with its separator and the blanks after it, in UTF-16 units. */
  length: number;
}

interface MarkerRule {
  style: SectionStyle;
  pattern: RegExp;
  number: (text: string) => number;
}

const circled = (first: number) => (text: string) => (text.codePointAt(0) ?? 0) - first + 1;

/** Numbers of sections, each matched from its first character on. Group 1 is the number itself. */
const markerRules: MarkerRule[] = [
  {
    style: 's',
    pattern: new RegExp(`(${cn})${blank}*(?:、|[.,](?!\\d))${blank}*`, 'uy'),
    number: parseChineseNumber,
  },
  {
    style: 'k',
    pattern: new RegExp(`\\(?${blank}*(${cn})${blank}*\\)${blank}*[、.,:]?${blank}*`, 'uy'),
    number: parseChineseNumber,
  },
  {
    style: 'k',
    pattern: new RegExp(`([㈠-㈩])${blank}*[、.]?${blank}*`, 'uy'),
    number: circled(0x3220),
  },
  {
    style: 'm',
    pattern: new RegExp(`\\(?${blank}*(\\d{1,3})${blank}*\\)${blank}*[、.,:]?${blank}*`, 'uy'),
    number: Number,
  },
  {
    style: 'm',
    pattern: new RegExp(`([⑴-⒇])${blank}*[、.]?${blank}*`, 'uy'),
    number: circled(0x2474),
  },
  {
    style: 'n',
    // 1. 1、 1, and 1.2021年…, but not 1.5, 12.4, 6.0版, nor 1,000
    pattern: new RegExp(
      `(\\d{1,3})${blank}*(?:[.、]|,(?!\\d{3}))(?!${blank}*\\d{1,2}(?:[.%万亿]|\\D{0,2}版))(?!\\d(?!\\d{3}年))${blank}*`,
      'uy',
    ),
    number: Number,
  },
  { style: 'n', pattern: new RegExp(`([⒈-⒛])${blank}*`, 'uy'), number: circled(0x2488) },
  {
    style: 'o',
    pattern: new RegExp(`([①-⑳])${blank}*[、.]?${blank}*`, 'uy'),
    number: circled(0x2460),
  },
];

/** The marker that stands at `offset` of a folded text, if one does. */
export function markerAt(folded: string, offset: number): Marker | undefined {
  for (const rule of markerRules) {
    rule.pattern.lastIndex = offset;
    const match = rule.pattern.exec(folded);
    if (!match) continue;
    const number = rule.number(match[1] as string);
    if (Number.isNaN(number) || number < 1) continue;
    return { style: rule.style, number, length: match[0].length };
  }
  return undefined;
}

/** What is left of an indent: invisible characters, `??` where a program could not write a wide blank. */
export const damagedIndent = new RegExp(`^(?:${blank}|\\?{2}|\\uFFFD|\u25A1)+`, 'u');

/** Where a marker may begin: cheap test before {@link markerAt}. */
export const markerStart = new RegExp(`[(${digits}\\d①-⑳⑴-⒇⒈-⒛㈠-㈩]`, 'gu');

/** Words before or after a number in brackets that make it part of a sentence: 第(一)项, 前款(二). */
export const referenceBefore = new RegExp(`(?:第|款|项|条|至|和|及|、)${blank}*$`, 'u');
export const referenceAfter = /^(?:项|款|条|目|类|种|个|级|期|批)/u;

/** What follows 一、 or 二、 in a mere enumeration: 一、二、三产业, 一、二级. */
export const enumerationAfter =
  /^[一二三四五六七八九十](?:、|级|类|批|季|线|产|等|次|期|线|年|月|轮|审)/u;

/** Ends of sentences after which a number in running text may begin a section. */
export const sentenceEnd = /[。!?;:…]["'”’」』)]*$/u;

/** A family of points: how their leads are numbered. */
export interface PointFamily {
  name: 'shi' | 'di' | 'shouxian';
  /** Finds a numeral word and its separator; group 1 is the number. */
  pattern: RegExp;
  /** Number of the point; 0 means "the next one". */
  number: (text: string) => number;
}

const ordinals: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 最后: 0 };

export const pointFamilies: PointFamily[] = [
  {
    name: 'shi',
    pattern: new RegExp(`(?<![第其])([${digits}]{1,3})${blank}*是(?!否)[,:]?`, 'gu'),
    number: parseChineseNumber,
  },
  {
    name: 'di',
    pattern: new RegExp(`第([${digits}]{1,3})${blank}*(?:[,、:]|是)`, 'gu'),
    number: parseChineseNumber,
  },
  {
    name: 'shouxian',
    pattern: new RegExp(`(首先|其次|再次|最后)${blank}*[,、:]`, 'gu'),
    number: (text) => ordinals[text] ?? 0,
  },
];

/** What stands right before a point that begins a sentence. */
export const pointBoundary = new RegExp(`(?:^|[。!?;:,…]["'”’)]*|${blank})${blank}*$`, 'u');

/** Characters before 一是 that make it another word: 统一是, 唯一是, 之一是, 万一是. */
export const pointNotAfter = /[统唯单之万某任同另专合归划第逐进百千数两几初]$/u;

/** A point whose number was lost: a sentence that begins with 是. */
export const lostPoint = new RegExp(
  `(?<=^|[。!?;]["”’)]*${blank}*)是(?!否|以|因|指|我|全|由|在|一)`,
  'gu',
);

const cnYear = '[二2][〇零0oO][一二三四五六七八九〇零\\d][一二三四五六七八九〇零\\d]';
const cnDay = '(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,2})';

/** Dates: `2021-02-26`, `2021/03/29 11:30:01`, `2021年3月22日 16时47分`, `二〇二一年一月五日`, `2021年1月初`. */
export const datePattern = new RegExp(
  `((?:19|20)\\d{2}|${cnYear})${blank}*(?:[-/.]${blank}*(\\d{1,2})${blank}*[-/.]${blank}*(\\d{1,2})|年${blank}*(${cnDay})${blank}*月(?:份)?(?:${blank}*(${cnDay})${blank}*[日号]|(?:初|底|末|上旬|中旬|下旬))?)`,
  'u',
);

/** A time of day and a weekday behind a date: what web pages print, and official documents do not. */
export const timeOfDay = new RegExp(
  `^${blank}*(?:T?\\d{1,2}${blank}*(?:[:]\\d{2}(?:[:]\\d{2})?|时\\d{1,2}分?(?:\\d{1,2}秒)?))`,
  'u',
);

const cnDigit = (character: string) => {
  const index = '〇一二三四五六七八九'.indexOf(character);
  if (index >= 0) return String(index);
  return character === '零' || character === 'o' || character === 'O' ? '0' : character;
};

/** ISO form of the first date of a folded text, as far as it is given: `2021-02-26`, `2021-01`; null if there is none. */
export function parseDate(folded: string): string | null {
  const match = datePattern.exec(folded);
  if (!match) return null;
  const [, year, month, day, cnMonth, cnDayOfMonth] = match;
  const number = (text: string | undefined) =>
    text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
  const parts = [
    Number([...(year as string)].map(cnDigit).join('')),
    number(month ?? cnMonth),
    number(day ?? cnDayOfMonth),
  ];
  const [y, m, d] = parts;
  if (!y || !m || m < 1 || m > 12) return null;
  if (d !== undefined && !(d >= 1 && d <= 31)) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return d === undefined ? `${y}-${pad(m)}` : `${y}-${pad(m)}-${pad(d)}`;
}

/** A line that is nothing but a date, perhaps in brackets. */
export function isDateLine(folded: string): boolean {
  const text = folded.trim().replace(/^[([【]|[)\]】]$/gu, '');
  const match = datePattern.exec(text);
  if (match?.index !== 0) return false;
  const rest = text.slice(match[0].length).replace(timeOfDay, '');
  return (
    visibleLength(rest) === 0 || /^\s*(?:发布|公布|印发|星期[一二三四五六日天])?\s*$/u.test(rest)
  );
}

/** 文号 in a folded text: 西政〔2021〕5号, with brackets of any kind. */
export const documentNumberPattern = new RegExp(
  `\\p{Script=Han}{1,16}${blank}*[(\\[【]${blank}*(?:19|20)\\d{2}${blank}*年?${blank}*[)\\]】]${blank}*第?${blank}*\\d{1,5}${blank}*号`,
  'u',
);

/** Tails of bodies that issue reports. */
export const bodyTail =
  /(?:人民政府|行政公署|管理委员会|管委会|委员会|办公室|办公厅|政府|党组|党委|局|厅|委|办|院|署|所|站|会|中心|总队|支队|大队|街道办事处|办事处|领导小组|公司|集团)(?:\([^()]{1,20}\))?$/u;

/** A line that may be the name of the body that signs: short, no sentence, with the tail of a body. */
export function isBodyName(folded: string): boolean {
  const text = folded.replace(new RegExp(blank, 'gu'), '');
  return (
    text.length >= 3 &&
    text.length <= 45 &&
    bodyTail.test(text) &&
    /^[\p{Script=Han}()·、]+$/u.test(text) &&
    !/^关于/u.test(text)
  );
}

/** Words a title of such a report holds. */
const titleSubject = /法治|法制|依法行政|依法治[省市县区州盟镇乡]/u;
const titleTail =
  /(?:(?:报告|总结|汇报|情况|年报|公告|公示|通报)(?:[及和暨与、].{0,24}(?:计划|打算|安排|思路|要点|情况))?)(?:\([^()]{0,20}\))?[》」]?(?:的(?:报告|公告|函|通知|公示))?$/u;

/** Whether a line reads like the title of an annual report, or the tail of one over two lines. */
export function isTitleLine(folded: string): boolean {
  const text = folded.replace(new RegExp(blank, 'gu'), '');
  return (
    text.length <= 70 &&
    titleTail.test(text) &&
    titleSubject.test(text) &&
    !/[。;!?]/u.test(text) &&
    !/[>»›→]/u.test(text) &&
    !/^(?:名称|标题|主题)[:]/u.test(text) &&
    !/^(?:现将|根据|按照|为)/u.test(text)
  );
}

/** Whether a line may be the first part of a title whose tail follows on the next line. */
export function isTitleHead(folded: string): boolean {
  const text = folded.replace(new RegExp(blank, 'gu'), '');
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    !/[。;!?:,>»›→|]/u.test(text) &&
    !labelAt(folded, 0) &&
    !isNavigation(folded) &&
    !isDateLine(folded) &&
    (/^(?:中共)?[\p{Script=Han}·]{2,30}(?:省|市|县|区|旗|州|盟|镇|乡|街道|政府|局|委|厅|办|会|办公室|院)(?:关于.*)?$/u.test(
      text,
    ) ||
      /关于|(?:19|20)\d{2}年/u.test(text))
  );
}

/** Fields of the page that labels announce. */
export type LabelField =
  | 'title'
  | 'indexNumber'
  | 'documentNumber'
  | 'source'
  | 'publisher'
  | 'published'
  | 'written'
  | 'other';

const labels: [LabelField, string[]][] = [
  ['title', ['名称', '信息名称', '文件名称', '标题', '公文标题', '文件标题']],
  ['indexNumber', ['索引号', '信息索引号', '信息索取号', '索取号', '信息索引']],
  [
    'documentNumber',
    [
      '发文字号',
      '文件编号',
      '文件字号',
      '发文文号',
      '公文文号',
      '文件号',
      '发文号',
      '文号',
      '文号字号',
    ],
  ],
  [
    'source',
    [
      '信息来源',
      '文章来源',
      '稿件来源',
      '内容来源',
      '新闻来源',
      '来源',
      '稿源',
      '文章出处',
      '出处',
    ],
  ],
  [
    'publisher',
    [
      '发布机构',
      '发文机关',
      '发文机构',
      '发文单位',
      '发布单位',
      '公开机构',
      '公开单位',
      '公开责任部门',
      '制发机关',
      '制发单位',
      '制作单位',
      '发布部门',
      '公开部门',
      '信息公开机构',
      '发布机关',
      '责任部门',
      '所属单位',
      '所属机构',
      '供稿单位',
      '信息提供单位',
      '供稿',
      '发布者',
      '发布人',
      '供稿人',
      '发布',
    ],
  ],
  [
    'published',
    [
      '发布日期',
      '发布时间',
      '公开日期',
      '公开时间',
      '公布日期',
      '公布时间',
      '发稿时间',
      '录入时间',
      '发表时间',
      '添加时间',
      '更新时间',
      '更新日期',
      '上传时间',
      '时间',
      '日期',
      '信息时间',
      '公示时间',
    ],
  ],
  [
    'written',
    [
      '成文日期',
      '成文时间',
      '生成日期',
      '生成时间',
      '发文日期',
      '发文时间',
      '制发日期',
      '印发日期',
      '产生日期',
      '签发日期',
    ],
  ],
  [
    'other',
    [
      '浏览次数',
      '浏览量',
      '浏览',
      '点击次数',
      '点击量',
      '点击数',
      '点击率',
      '点击',
      '阅读次数',
      '阅读量',
      '阅读数',
      '阅读',
      '访问次数',
      '访问量',
      '人气',
      '字体大小',
      '字体',
      '字号',
      '文字大小',
      '大小',
      '视力保护色',
      '保护视力色',
      '背景色',
      '作者',
      '编辑',
      '责任编辑',
      '责编',
      '审核',
      '审核人',
      '审核部门',
      '校对',
      '初审',
      '复审',
      '终审',
      '主题分类',
      '主题词',
      '信息分类',
      '信息类别',
      '分类',
      '所属类别',
      '公文种类',
      '公文类型',
      '文件类型',
      '文种',
      '体裁分类',
      '体裁',
      '组配分类',
      '服务对象',
      '服务对象分类',
      '主题',
      '有效性',
      '时效性',
      '效力状态',
      '有效期',
      '公开方式',
      '公开形式',
      '公开范围',
      '公开类型',
      '公开程度',
      '公开时限',
      '公开属性',
      '关键词',
      '关键字',
      '内容概述',
      '摘要',
      '栏目',
      '所属栏目',
      '信息格式',
      '语种',
      '载体类型',
      '文件状态',
      '失效日期',
      '废止日期',
      '实施日期',
      '生效日期',
      '生效时间',
      '失效时间',
      '终止日期',
      '分享到',
      '分享',
      '打印',
      '收藏',
      '保存',
      '推荐',
      '纠错',
      '扫一扫',
      '来访',
      '摄影',
      '记者',
      '通讯员',
      '签发人',
      '签发',
      '备注',
      '信息编号',
      '编号',
      '目录编号',
      '备注说明',
    ],
  ],
];

const labelFields = new Map<string, LabelField>();
for (const [field, words] of labels) for (const word of words) labelFields.set(word, field);
const labelWords = [...labelFields.keys()].sort((a, b) => b.length - a.length);
const labelSource = labelWords.map((word) => [...word].join(`${blank}{0,6}`)).join('|');
const labelPattern = new RegExp(
  `[【\\[(]?${blank}*(${labelSource})${blank}*(?:[】\\])]${blank}*)?(?:(:)|(?=${blank}|$|[【\\[(]))`,
  'uy',
);

/** A label such as 索 引 号 at `offset` of a folded text: its field and length with the colon. */
export function labelAt(
  folded: string,
  offset: number,
): { field: LabelField; length: number; colon: boolean } | undefined {
  labelPattern.lastIndex = offset;
  const match = labelPattern.exec(folded);
  if (!match) return undefined;
  const word = (match[1] as string).replace(new RegExp(blank, 'gu'), '');
  return {
    field: labelFields.get(word) as LabelField,
    length: match[0].length,
    colon: match[2] !== undefined,
  };
}

/** A label and what stands behind it on a line. */
export interface LabelledValue {
  field: LabelField;
  value: string;
}

/**
 * Reads a line of labels and values (`索 引 号 zzf/2021-00044 发布机构 州政府`); values are cut from `text`, and are
 * empty where the page printed none.
 * @returns undefined when the line does not begin with a label.
 */
export function readLabels(text: string): LabelledValue[] | undefined {
  const folded = fold(text);
  const start = folded.search(new RegExp(`(?!${blank})[^|·•]`, 'u'));
  if (start < 0 || !labelAt(folded, start)) return undefined;
  const found: { field: LabelField; from: number; value: number }[] = [];
  for (let offset = start; offset < folded.length; offset++) {
    const before = folded[offset - 1];
    const opens =
      offset === start ||
      before === undefined ||
      new RegExp(`[${blank.slice(1, -1)}|;,、】\\])]`, 'u').test(before);
    const label = opens
      ? labelAt(folded, offset)
      : labelAt(folded, offset)?.colon
        ? labelAt(folded, offset)
        : undefined;
    if (!label || label.length === 0) continue;
    found.push({ field: label.field, from: offset, value: offset + label.length });
    offset += label.length - 1;
  }
  return found.map((entry, index) => ({
    field: entry.field,
    value: text
      .slice(entry.value, found[index + 1]?.from ?? text.length)
      .replace(
        new RegExp(`^[${blank.slice(1, -1)}|:\uFF1A]+|[${blank.slice(1, -1)}|,;【\\[(]+$`, 'gu'),
        '',
      ),
  }));
}

const navigationWords =
  '首页|网站首页|通知公告|公告公示|公示公告|当前位置|您的位置|您现在的位置|你的位置|现在位置|所在位置|位置|简体|繁体|繁體|無障碍|无障碍|无障碍浏览|关怀版|长者模式|适老版|English|设为首页|加入收藏|收藏本页|打印|打印本页|打印此页|打印文章|打印本文|关闭|关闭窗口|关闭本页|关闭页面|返回|返回顶部|返回首页|返回列表|分享|分享到|微信|微博|新浪微博|QQ空间|大|中|小|大中小|默认|字体|字号|政务公开|政府信息公开|信息公开|法治政府建设|法治政府|法治政府建设年度报告|法治政府建设报告|法定主动公开内容|政策文件|工作动态|部门动态|登录|注册|搜索|全文|正文|下载|附件下载|手机版|电脑版|RSS|收藏|保存|纠错|我要纠错|听全文|播放|语音播报|上一篇|下一篇|没有了|暂无|无|文件已失效|已失效|现行有效|有效';
const navigationPattern = new RegExp(
  `^(?:[【\\[(|<]?${blank}*(?:${navigationWords})${blank}*[】\\])|>]?[:|·/\\-—>]*${blank}*)+$`,
  'u',
);

/** A line made of navigation words only: 【打印】【关闭】, 字体:大 中 小, 首页 > 通知公告. */
export function isNavigation(folded: string): boolean {
  return navigationPattern.test(folded.trim());
}

/** A trail of links: 首页 > 政务公开 > 法治政府, 当前位置:…, 首页→公开. */
export function isBreadcrumb(folded: string): boolean {
  const text = folded.trim();
  if (text.length > 160 || /[。;!?]/u.test(text)) return false;
  if (
    /^[【[]?(?:您|你)?(?:现在|当前|所在)?的?(?:所在|当前)?位置[】\]]?\s*(?:是)?\s*[:>]?/u.test(
      text,
    ) &&
    /位置/u.test(text)
  )
    return true;
  const trail = text.split(/\s*(?:>+|»|›|→|\/|\\|-{2,}|\|)\s*/u).filter(Boolean);
  return /(?:>|»|›|→)/u.test(text)
    ? trail.length >= 1 && trail.every((step) => step.length <= 40)
    : /^(?:网站)?首页\s*[/\\|\-—\s]/u.test(text) && text.length <= 60;
}

/** The clock of the web page: 今天是…, a date with its weekday. */
export function isSiteClock(folded: string): boolean {
  const text = folded.trim();
  return (
    text.length <= 60 &&
    (/^(?:今天|现在)(?:是|时间)/u.test(text) ||
      (/星期[一二三四五六日天]/u.test(text) && datePattern.test(text)))
  );
}

/** Page numbers of a paged document: - 3 -, — 3 —, 第3页 共9页. */
export function isPageNumber(folded: string): boolean {
  return /^\s*(?:[-—–―~·]{1,2}\s*\d{1,3}\s*[-—–―~·]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u.test(
    folded,
  );
}

/** Lines that only the foot of a web page holds; what follows them is furniture too. */
export const footerStart = new RegExp(
  `^${blank}*[【\\[(<|]?${blank}*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇|相关(?:链接|文章|新闻|信息|阅读|附件|推荐|稿件|文档)|延伸阅读|猜你喜欢|热门(?:文章|推荐)|推荐阅读|扫一扫|扫描二维码|用微信扫|分享到|分享[:]|打印本?页?|【?打印|关闭(?:窗口|本页)?|返回(?:顶部|列表|上一页)|版权所有|主办(?:单位)?[:]|承办(?:单位)?[:]|主管(?:单位)?[:]|技术支持|网站地图|联系我们|友情链接|网站标识码|备案(?:号|序号)|[\\p{Script=Han}]{1}ICP备|Copyright|©|责任编辑|责编|编辑[:]|审核[:]|初审[:]|终审[:]|文章来源[:]|信息来源[:]|来源[:]|浏览次数|点击(?:数|量|次数)|阅读次数|您是第|建议使用|网站声明|我要纠错|纠错|收藏本页|TOP$)`,
  'iu',
);

/** 附件 at the start of a line. */
export const attachmentStart = new RegExp(
  `^${blank}*附${blank}*[件表录]${blank}*(?:[\\d${digits}]{1,3}${blank}*)?(?:[:.、]|$)`,
  'u',
);

/** An addressee: 市委全面依法治市委员会:, 县人民政府: */
export function isAddressee(folded: string): boolean {
  const text = folded.replace(new RegExp(blank, 'gu'), '');
  return (
    text.length <= 50 &&
    /(?:委员会|人民政府|政府|办公室|局|委|办|厅|常委会|党委|党组|司法局|领导小组):$/u.test(text) &&
    !/[。,;]/u.test(text)
  );
}

/** Years a text says it reports on: 2020年度, 2020年法治政府建设. */
export const yearPattern = new RegExp(`((?:19|20)\\d{2}|${cnYear})${blank}*(?:年度|年)`, 'gu');

/** Number of a year in figures or numerals. */
export function parseYear(text: string): number {
  return Number([...text].map(cnDigit).join(''));
}

/** Drops the stops that close a printed heading: 健全政府法律顾问制度。 → 健全政府法律顾问制度 */
export function trimHeading(text: string): string {
  return text.trim().replace(/[。.:;,、\s\uFF0C\uFF0E\uFF1A\uFF1B]+$/u, '');
}

/**
 * Where a signature with its date begins behind the last sentence of a folded text: 0 where the whole text is one,
 * undefined where there is none.
 */
export function splitClosing(folded: string): number | undefined {
  const ends = [...folded.matchAll(/[。!?]["”’)]*/gu)].at(-1);
  const from = ends ? ends.index + ends[0].length : 0;
  const tail = folded.slice(from);
  if (visibleLength(tail) > 60) return undefined;
  const date = datePattern.exec(tail);
  if (!date || !/年/u.test(date[0]) || visibleLength(tail.slice(date.index + date[0].length)) > 0)
    return undefined;
  const name = tail
    .slice(0, date.index)
    .replace(new RegExp(`${blank}+`, 'gu'), '')
    .replace(/[(]$/u, '');
  return name === '' || isBodyName(name) ? from : undefined;
}
