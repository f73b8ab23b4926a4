/**
 * The grammar of web pages around a report: labels and their values, navigation, clocks, page numbers, footers. As in
 * `grammar.ts`, patterns are matched against folded text.
 */
import {
  blank,
  compact,
  datePattern,
  fold,
  isBodyName,
  isDateLine,
  parseDate,
  timeOfDay,
} from './grammar.ts';

/** Fields of the page that labels announce. */
export type LabelField =
  | 'title'
  | 'indexNumber'
  | 'documentNumber'
  | 'source'
  | 'publisher'
  | 'published'
  | 'signed'
  | 'other';

/** What a label may open with: 信息来源, 文章来源, 公文标题. */
const thing = '(信息|文件|文章|稿件|内容|新闻|公文|网页|页面)?';
/** Offices and their persons. */
const office = '(机构|机关|单位|部门|责任部门|者|人)';

/**
 * Words of labels by what they name, as expressions; blanks may stand between their characters. Dates that pages make by
 * themselves (生成日期) are dates of nothing a reader asks for.
 */
const labels: [LabelField, string][] = [
  ['title', '(信息|文件)?名称|(公文|文件|信息)?标题'],
  ['indexNumber', '(信息)?(索引号|索取号)|信息索引'],
  ['documentNumber', '(发文|公文|文件)(字号|文号|编号|号)|(发)?文号(字号)?'],
  ['source', `${thing}(来源|出处)|稿源`],
  [
    'publisher',
    `(信息)?(发布|发文|公开|公布|制发|制作|提供|供稿|责任|所属|信息公开|信息提供)${office}|供稿|发布`,
  ],
  [
    'published',
    `${thing}(发布|公开|公布|公示|发稿|发表|刊发|添加|录入|上传|上网|提供|更新|修改)(日期|时间)|(信息)?(时间|日期)|发布于|发表于`,
  ],
  ['signed', '(成文|发文|制发|印发|签发|签署|落款)(日期|时间)'],
  [
    'other',
    [
      '(浏览|点击|阅读|访问)(次数|人次|量|数|率)?|人气|来访',
      '字体大小|字体|字号|文字大小|大小|视力保护色|保护视力色|背景色',
      '作者|记者|通讯员|摄影|(责任)?编辑|责编|审核(人|部门)?|校对|初审|复审|终审|签发(人)?|打印|收藏|保存|推荐|纠错|扫一扫|分享(到)?',
      '(主题|信息|体裁|组配|内容)?分类|(信息|所属)类别|公文(种类|类型)|文件(类型|状态)|文种|体裁|主题(词)?|服务对象(分类)?',
      '有效性|时效性|效力状态|有效期|公开(方式|形式|范围|类型|程度|时限|属性|目录)|关键词|关键字|内容概述|摘要|(所属)?栏目',
      '信息格式|语种|载体类型|(生成|产生|失效|废止|实施|生效|施行|终止|截止)(日期|时间)|备注(说明)?|(信息|目录)?编号|统一登记号',
    ].join('|'),
  ],
];

const withBlanks = (expression: string) =>
  expression.replaceAll('(', '(?:').replace(/\p{Script=Han}/gu, `$&${blank}{0,6}`);
/** One group for each field, in the order of `labels`. */
const labelSource = labels.map(([, expression]) => `(${withBlanks(expression)})`).join('|');
const labelPattern = new RegExp(
  `[【\\[(]?${blank}*(?:${labelSource})${blank}*(?:[】\\])]${blank}*)?(?:(:)|(?=${blank}|$|[【\\[(]))`,
  'uy',
);

/** A label such as 索 引 号 at `offset` of a folded text: its field, the word itself and its length with the colon. */
export function labelAt(
  folded: string,
  offset: number,
): { field: LabelField; word: string; length: number; colon: boolean } | undefined {
  labelPattern.lastIndex = offset;
  const match = labelPattern.exec(folded);
  if (!match) return undefined;
  const at = labels.findIndex((_, index) => match[index + 1] !== undefined);
  return {
    field: (labels[at] as [LabelField, string])[0],
    word: compact(match[at + 1] as string),
    length: match[0].length,
    colon: match[labels.length + 1] !== undefined,
  };
}

/** A label and what stands behind it on a line. */
export interface LabelledValue {
  field: LabelField;
  value: string;
  /** The label as printed; absent where the value has none of its own. */
  label?: string;
}

/** Where a line of labels begins: behind blanks and the signs of a list. */
const lineStart = new RegExp(`(?!${blank})[^|·•*\\-]`, 'u');

/** What may stand right before a label in the middle of a line. */
const labelOpening = new RegExp(`[${blank.slice(1, -1)}|;,、】\\])]`, 'u');

/** What may stand before the first label of a page head: a date with its time, a body, the name of a site. */
const unlabelled = /^(?:[^。;!?,:、]|\d{1,2}:(?=\d{2})){1,60}$/u;

/** Where the first label with a colon begins behind something {@link unlabelled}; -1 if nowhere. */
function labelBehind(folded: string, start: number): number {
  for (let offset = start + 1; offset < Math.min(start + 60, folded.length); offset++) {
    if (!labelOpening.test(folded[offset - 1] as string) || !labelAt(folded, offset)?.colon)
      continue;
    return unlabelled.test(folded.slice(start, offset)) ? offset : -1;
  }
  return -1;
}

/**
 * Reads a line of labels and values (`索 引 号 zzf/2021-00044 发布机构 州政府`); values are cut from `text`, and are
 * empty where the page printed none.
 * @param inHead the line stands before the text, where a date may come first: `2024-03-15 09:30 来源:县司法局`
 * @returns undefined when the line does not begin with a label.
 */
export function readLabels(text: string, inHead = false): LabelledValue[] | undefined {
  const folded = fold(text);
  const first = folded.search(lineStart);
  if (first < 0) return undefined;
  let start = first;
  if (!labelAt(folded, first)) start = inHead ? labelBehind(folded, first) : -1;
  if (start < 0) return undefined;
  const found: { field: LabelField; label?: string; from: number; value: number }[] = [];
  for (let offset = start; offset < folded.length; offset++) {
    const before = folded[offset - 1];
    const opens = offset === start || before === undefined || labelOpening.test(before);
    const label = labelAt(folded, offset);
    if (!label || !(opens || label.colon)) continue;
    const { field, word } = label;
    found.push({ field, label: word, from: offset, value: offset + label.length });
    offset += label.length - 1;
  }
  const lead = text.slice(first, start);
  if (datePattern.test(fold(lead)))
    found.unshift({ field: 'published', from: first, value: first });
  return found.flatMap(({ field, label, value }, index) => {
    const end = found[index + 1]?.from ?? text.length;
    const [first, ...more] = datesApart(field, trimValue(text.slice(value, end)));
    return [{ ...(first as LabelledValue), ...(label && { label }) }, ...more];
  });
}

const endingEdge = `[${blank.slice(1, -1)}|,;【\\[(]`;
const valueEdges = new RegExp(
  `^[${blank.slice(1, -1)}|:\uFF1A]+|(?<!${endingEdge})${endingEdge}+$`,
  'gu',
);
/** A label that nobody knows, with its colon: 公开目录：. */
const unknownLabel = new RegExp(`(?<=${blank})\\p{Script=Han}{2,6}${blank}*[:\uFF1A]`, 'u');
/** A bracket closes that was opened before the label: [来源：政策法规处]. */
const closesOutside = /^[^[\](【】（）)]*(?=[\]】)）]$)/u;

/** A value without the signs around it, and without what follows under a label that nobody knows. */
function trimValue(value: string): string {
  const own = value.slice(0, unknownLabel.exec(value)?.index).replace(valueEdges, '');
  return (closesOutside.exec(own)?.[0] ?? own).replace(valueEdges, '');
}

/** A date without a label of its own stands behind the value of another: 来源:县司法局 2024-03-15 09:30. */
function datesApart(field: LabelField, value: string): LabelledValue[] {
  const at = ['source', 'publisher', 'other'].includes(field) ? fold(value).search(datePattern) : 0;
  if (at <= 0) return [{ field, value }];
  return [
    { field, value: trimValue(value.slice(0, at)) },
    { field: 'published', value: value.slice(at) },
  ];
}

const navigationWords =
  '首页|网站首页|通知公告|公告公示|公示公告|当前位置|您的位置|您现在的位置|你的位置|现在位置|所在位置|位置|简体|繁体|繁體|無障碍|无障碍|无障碍浏览|关怀版|长者模式|适老版|English|设为首页|加入收藏|收藏本页|打印|打印本页|打印此页|打印文章|打印本文|关闭|关闭窗口|关闭本页|关闭页面|返回|返回顶部|返回首页|返回列表|分享|分享到|微信|微博|新浪微博|QQ空间|大|中|小|大中小|默认|字体|字号|政务公开|政府信息公开|信息公开|法治政府建设|法治政府|法治政府建设年度报告|法治政府建设报告|法定主动公开内容|政策文件|工作动态|部门动态|登录|注册|搜索|全文|正文|下载|附件下载|手机版|电脑版|RSS|收藏|保存|纠错|我要纠错|听全文|播放|语音播报|上一篇|下一篇|没有了|暂无|无|文件已失效|已失效|现行有效|有效';
const navigationSteps = new RegExp(
  `[【\\[(|<]?(?:${navigationWords
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|')})[】\\])|>]?[:|·/\\-—>]*`,
  'uy',
);

/** A line made of navigation words only: 【打印】【关闭】, 字体:大 中 小, 首页 > 通知公告. */
export function isNavigation(folded: string): boolean {
  const text = compact(folded);
  if (text === '' || text.length > 200) return false;
  // word by word, so that a line that fails is never tried again in another way
  for (let offset = 0; offset < text.length; offset = navigationSteps.lastIndex) {
    navigationSteps.lastIndex = offset;
    if (!navigationSteps.test(text)) return false;
  }
  return true;
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
  const trail = text.split(/\s{0,9}(?:>+|»|›|→|\/|\\|-{2,}|\|)\s*/u).filter(Boolean);
  return /(?:>|»|›|→)/u.test(text)
    ? trail.length >= 1 && trail.every((step) => step.length <= 40)
    : /^(?:网站)?首页\s*[/\\|\-—\s]/u.test(text) && text.length <= 60;
}

/** The last body that a trail of links names: 首页 > 信息公开 > 某市水利局. */
export function bodyInTrail(text: string): string | undefined {
  const steps = text.split(/>+|»|›|→|[:：]/u).map((step) => compact(step));
  return steps.findLast((step) => isBodyName(fold(step)));
}

/** Names of sites: that of a body, or what ends as names of sites do. */
const siteName = /^[\p{Script=Han}·]{2,24}(?:网|网站|在线|之窗)$/u;
const sitePublisher =
  /(?:版权所有|主办(?:单位)?)[\s:]{0,6}([\p{Script=Han}·]{3,30}?)(?:办公[厅室])?(?!\p{Script=Han})/u;

/** The name of the site that a line of the head or foot bears: 某某县人民政府, 版权所有：某某县人民政府. */
export function siteOf(text: string): string | undefined {
  const name = sitePublisher.exec(fold(text))?.[1] ?? text.split(/[\s|]+/u)[0] ?? '';
  const folded = fold(name);
  const isSite = isBodyName(folded) || siteName.test(folded);
  return isSite && !isNavigation(folded) && !/目录|栏/u.test(folded) ? name : undefined;
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

/** A date and time cut in pieces: 2023 02/21 18:05. */
const piecedDate = /^((?:19|20)\d{2})\s*(\d{2})[/-](\d{2})\s*\d{2}:\d{2}/u;

/** A date in words without a time is that of a document; programs alone write 01月. */
export const isDocumentDate = (date: string): boolean => /年/u.test(date) && !/年0\d月/u.test(date);

/** The day of the page, where a line begins with a date as pages print it and nothing but navigation follows. */
export function pageDate(folded: string): string | undefined {
  const pieces = piecedDate.exec(folded);
  if (pieces) return parseDate(pieces.slice(1).join('-')) ?? undefined;
  const date = datePattern.exec(folded);
  if (date?.index !== 0) return undefined;
  const behind = folded.slice(date[0].length);
  const time = timeOfDay.exec(behind)?.[0] ?? '';
  if (time === '' && isDocumentDate(date[0])) return undefined;
  const rest = behind.slice(time.length).trim();
  return rest === '' || isNavigation(rest) ? (parseDate(date[0]) ?? undefined) : undefined;
}

/** A line that is a date as pages print it, perhaps before navigation, or nothing but a date. */
export const isPageDate = (folded: string): boolean =>
  isDateLine(folded) || pageDate(folded.trim()) !== undefined;

/** Page numbers of a paged document: - 3 -, — 3 —, 第3页 共9页. */
export function isPageNumber(folded: string): boolean {
  return /^\s*(?:[-—–―~·]{1,2}\s*\d{1,3}\s*[-—–―~·]{1,2}|第\s*\d{1,3}\s*页(?:\s*(?:[,/]\s*)?共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u.test(
    folded,
  );
}

/** Lines that only the foot of a web page holds; what follows them is furniture too. */
export const footerStart = new RegExp(
  `^${blank}*(?:[【\\[(<|]${blank}*)?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇|相关(?:链接|文章|新闻|信息|阅读|附件|推荐|稿件|文档)|延伸阅读|猜你喜欢|热门(?:文章|推荐)|推荐阅读|扫一扫|扫描二维码|用微信扫|分享到|分享[:]|打印本?页?|【?打印|关闭(?:窗口|本页)?|返回(?:顶部|列表|上一页)|版权所有|主办(?:单位)?[:]|承办(?:单位)?[:]|主管(?:单位)?[:]|技术支持|网站地图|联系我们|友情链接|网站标识码|备案(?:号|序号)|[\\p{Script=Han}]{1}ICP备|Copyright|©|责任编辑|责编|编辑[:]|审核[:]|初审[:]|终审[:]|文章来源[:]|信息来源[:]|来源[:]|浏览次数|点击(?:数|量|次数)|阅读次数|您是第|建议使用|网站声明|我要纠错|纠错|收藏本页|TOP$)`,
  'iu',
);

/** Whether a line may be the first part of a title whose tail follows on the next line. */
export function isTitleHead(folded: string): boolean {
  const text = compact(folded);
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
