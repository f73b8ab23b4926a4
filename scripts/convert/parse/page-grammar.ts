/**
 * The grammar of web pages around a report: labels and their values, navigation, clocks, page numbers, footers. As in
 * `grammar.ts`, patterns are matched against folded text.
 */
import { blank, compact, datePattern, fold, isDateLine } from './grammar.ts';

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
  const found: { field: LabelField; from: number; value: number }[] = [];
  for (let offset = start; offset < folded.length; offset++) {
    const before = folded[offset - 1];
    const opens = offset === start || before === undefined || labelOpening.test(before);
    const label = labelAt(folded, offset);
    if (!label || !(opens || label.colon)) continue;
    found.push({ field: label.field, from: offset, value: offset + label.length });
    offset += label.length - 1;
  }
  const lead = text.slice(first, start);
  if (datePattern.test(fold(lead)))
    found.unshift({ field: 'published', from: first, value: first });
  return found.flatMap(({ field, value }, index) =>
    datesApart(field, trimValue(text.slice(value, found[index + 1]?.from ?? text.length))),
  );
}

const endingEdge = `[${blank.slice(1, -1)}|,;【\\[(]`;
const valueEdges = new RegExp(
  `^[${blank.slice(1, -1)}|:\uFF1A]+|(?<!${endingEdge})${endingEdge}+$`,
  'gu',
);
const trimValue = (value: string) => value.replace(valueEdges, '');

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
