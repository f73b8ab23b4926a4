/**
 * The catalogue of messages for people who maintain a collection: what is wrong, what was expected and what to
 * do, in Chinese, by permanent rule id. Every message the conversion can give stands here.
 */

import type { VFile } from 'vfile';
import { genre, subject } from '../../src/model/genre.ts';

/** Position in the author's file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

type Values = Record<string, string | number>;

interface Rule {
  /** An error blocks the report; a warning does not. */
  level: 'error' | 'warning';
  /** What is wrong; `{name}` is replaced. */
  reason: string;
  /** What was expected and what to do. */
  note: string;
}

const rules = {
  'internal-fault': {
    level: 'error',
    reason: '程序在转换这份报告时出错：{detail}',
    note: '这是程序的缺陷，不是报告的错误。请保留原文，把这条消息和原文一起报告给程序的维护者；其他报告不受影响。',
  },
  'source-missing': {
    level: 'error',
    reason: '找不到报告原文 source.txt',
    note: '应为：每个报告文件夹里有一份 source.txt（网页公布的原文）。请放入原文，或删除这个文件夹。',
  },
  'source-encoding': {
    level: 'error',
    reason: '原文不是有效的 UTF-8 文本（字节 0x{byte}）',
    note: '应为：UTF-8 编码的纯文本。请把文件另存为 UTF-8（原文若是 GBK/GB18030，先转换编码），不要改动文字。',
  },
  'source-too-large': {
    level: 'error',
    reason: '原文有 {size} MB，太大了',
    note: '应为：不超过 1 MB 的一份报告。请检查文件里是否混入了别的内容。',
  },
  'source-link': {
    level: 'error',
    reason: '报告文件夹里有不是普通文件的东西（符号链接、管道或设备）',
    note: '应为：文件本身。链接可能把本机的其他文件带进网站；请删除它，换成文件的副本。',
  },
  'source-nul': {
    level: 'error',
    reason: '原文含有空字符（NUL）',
    note: '应为：纯文本。这通常说明文件是 UTF-16 编码、是二进制文件或已损坏；请重新保存为 UTF-8 纯文本。',
  },
  'source-control': {
    level: 'warning',
    reason: '原文含有控制字符 {code}（共 {count} 处，这是第一处）',
    note: '应为：看得见的文字。这类字符多由复制或转换文档带入，网页和导出的文件以 {code} 标明它的所在。请对照发布机关的原件：原件里没有的，请重新取得原文，用 npm run import -- --replace 收录；原件如此的，不必处理。',
  },
  'source-empty': {
    level: 'error',
    reason: '原文是空的',
    note: '应为：报告全文。请重新取得网页上的原文。',
  },
  'report-id': {
    level: 'error',
    reason: '文件夹名“{id}”不是合法的报告编号',
    note: '应为：行政区划代码-年度，同一机关一年有几份时再加后缀，如 530102-2020、530102-2020-sfj（小写字母、数字、连字符）。请改文件夹名。',
  },
  'region-unknown': {
    level: 'error',
    reason: '行政区划代码“{code}”不存在',
    note: '应为：GB/T 2260 的六位代码。请核对代码；开发区或已撤并的区划可先在 regions.yaml 里登记。',
  },
  'collection-empty': {
    level: 'error',
    reason: '没有任何报告：{folder}',
    note: '应为：sources/<编号>/source.txt。请检查 CONTENT_DIR 是否指向收录文件夹。',
  },
  'yaml-syntax': {
    level: 'error',
    reason: 'YAML 语法错误：{detail}',
    note: '应为：合法的 YAML。请检查缩进、冒号后的空格和引号；含有冒号、# 或引号的文字请用双引号括起来。',
  },
  'annotation-too-large': {
    level: 'error',
    reason: 'report.yaml 有 {size} KB，太大了',
    note: '应为：不超过 {limit} KB 的标注。请检查文件里是否混入了别的内容。',
  },
  'annotation-key': {
    level: 'error',
    reason: '未知的键“{key}”',
    note: '应为以下之一：{expected}。请改正拼写，或删去这一行。',
  },
  'annotation-value': {
    level: 'error',
    reason: '“{key}”的值不对：{value}',
    note: '应为：{expected}。请改正。',
  },
  'year-contradicts-id': {
    level: 'error',
    reason: '年度 {year} 与报告编号里的 {expected} 不一致',
    note: '应为：{expected}。编号里的年度是报告所述的年度（不是公布的年份）；请改正 year，或给文件夹改名。',
  },
  'region-contradicts-id': {
    level: 'error',
    reason: '区划代码 {code} 与报告编号里的 {expected} 不一致',
    note: '应为：{expected}。请改正 region，或给文件夹改名。',
  },
  'quote-not-found': {
    level: 'error',
    reason: '原文里找不到引文“{exact}”',
    note: '应为：与原文逐字相同的一段话。请从原文复制；prefix 和 suffix 也须紧接在引文前后。',
  },
  'quote-ambiguous': {
    level: 'error',
    reason: '引文“{exact}”在原文里出现了 {count} 次',
    note: '应为：只出现一次的一段话。请加长 exact，或用 prefix、suffix 写明紧接在前后的文字。',
  },
  'heading-numbered': {
    level: 'error',
    reason: '引文“{exact}”所在的段落已有编号或标题',
    note: '应为：没有编号的段落。编者只能给原文没有标题的段落拟题；请改引另一段，或删去这一条。',
  },
  'heading-inside': {
    level: 'error',
    reason: '引文“{exact}”所在的段落之后，本章还有别的内容，不能独立成章',
    note: '应为：一章里的最后一段。请删去 level: 1，让拟题留在原处。',
  },
  'section-unknown': {
    level: 'error',
    reason: '报告里没有编号为“{id}”的章节',
    note: '应为：报告里现有的章节编号，如 {expected}。请核对网页上该节链接里 # 后的部分。',
  },
  'theme-unknown': {
    level: 'error',
    reason: '没有名为“{slug}”的主题',
    note: '应为以下之一：{expected}。主题在 themes.yaml 里定义。',
  },
  'furniture-line': {
    level: 'error',
    reason: '第 {line} 行不能这样标注：{why}',
    note: '应为：原文中有文字的行号（从 1 数起）。请核对行号。',
  },
  'redirect-alive': {
    level: 'error',
    reason: '旧编号“{id}”仍是现有的章节，不能转向',
    note: '应为：已经不存在的章节编号。请删去这一条。',
  },
  'indicator-unknown': {
    level: 'error',
    reason: '没有名为“{slug}”的指标',
    note: '应为 indicators.yaml 里定义的指标，如 {expected}。请改正拼写。',
  },
  'indicator-not-found': {
    level: 'error',
    reason: '引文“{exact}”里没有被识别为 {slug} 的数量，无从剔除',
    note: '应为：引文末尾的数量已被识别为该指标。请核对引文和指标名，或删去这一条。',
  },
  'indicator-without-value': {
    level: 'error',
    reason: '引文“{exact}”里没有数量，也没有写明 value 和 unit',
    note: '应为：引文以数量结尾，或写明 value 和 unit。请改正。',
  },
  'check-not-found': {
    level: 'error',
    reason: '引文“{exact}”里的数量没有核算结果',
    note: '应为：引文末尾的数量是核算页列出的数。请核对引文，或删去这一条。',
  },
  'title-composed': {
    level: 'warning',
    reason: '原文没有印出标题，页面上用了拟定的题名“{title}”',
    note: '可在 report.yaml 里用 title 写明题名。',
  },
  'region-doubtful': {
    level: 'warning',
    reason: '文中所述地区像是 {detected}，与报告编号里的 {expected} 不同',
    note: '请核对文件夹名里的行政区划代码；确认无误后可在 report.yaml 里写明 region。',
  },
  'year-doubtful': {
    level: 'warning',
    reason: '文中所述年度像是 {detected}，与报告编号里的 {expected} 不同',
    note: '请核对文件夹名里的年度；确认无误后可在 report.yaml 里写明 year。',
  },
  'number-inferred': {
    level: 'warning',
    reason: '此处缺少序号，据上下文推定为 {number}',
    note: '原文不作改动；页面上会标明“推定”。请核对。',
  },
  'number-jump': {
    level: 'warning',
    reason: '序号由 {before} 跳到 {after}',
    note: '请核对原文是否漏了一段，或此处的数字其实不是序号。',
  },
  'number-repeated': {
    level: 'warning',
    reason: '同一层里序号 {number} 重复出现，编号记为 {id}',
    note: '原文不作改动。请核对原文。',
  },
  'no-sections': {
    level: 'warning',
    reason: '没有认出任何带编号的章节',
    note: '请核对原文是否完整，换行是否丢失。',
  },
  'anchors-syntax': {
    level: 'error',
    reason: 'anchors.lock.json 无法读取：{detail}',
    note: '应为：由 npm run anchors -- --accept 写成的文件。请从版本库恢复它，不要手工改动。',
  },
  'anchor-lost': {
    level: 'error',
    reason: '已公布的地址 #{id} 不再存在',
    note: '应为：公布过的地址一直有效。请在这份报告的 report.yaml 里加上以下各行（并核对去处）：\nredirects:\n{lines}\n再运行 npm run anchors -- --accept。',
  },
  'anchor-moved': {
    level: 'error',
    reason: '已公布的地址 #{id} 现在指向别的文字；原来的文字移到了 #{to}',
    note: '应为：公布过的地址一直指向同一段文字。请恢复原来的编号；若确须变动，核对后运行 npm run anchors -- --accept 予以认可（旧地址将指向新的文字）。',
  },
  'anchor-changed': {
    level: 'error',
    reason: '已公布的地址 #{id} 的文字有改动（现为：{text}）',
    note: '应为：公布过的文字不变。若是发布机关更正，请用 npm run import -- --replace 收录更正后的文件；若是编者核定的改动，核对后运行 npm run anchors -- --accept。',
  },
  'anchors-report-lost': {
    level: 'error',
    reason: '已公布的报告 {id} 不再存在',
    note: '应为：公布过的报告一直保留。请恢复文件夹 sources/{id}；若确须撤下，运行 npm run anchors -- --accept 予以认可。',
  },
  'anchors-unlocked': {
    level: 'warning',
    reason: '报告的地址尚未登记，暂不受保护',
    note: '公布前请运行 npm run anchors -- --accept，把地址登记到 anchors.lock.json。',
  },
  'source-changed': {
    level: 'warning',
    reason: '{file} 与登记的校验值不符（SHA-256 现为 {hash}…）',
    note: '应为：收录后的原文一字不动。请从版本库恢复它；若是发布机关更正，请用 npm run import -- --replace 收录；若是有意更换，运行 npm run anchors -- --accept。',
  },
  'original-changed': {
    level: 'error',
    reason: '{file} 与登记的校验值不符（SHA-256 现为 {hash}…）',
    note: '应为：原始文件和旧版本一字不动。请从版本库恢复它；若是有意更换，运行 npm run anchors -- --accept。',
  },
  'source-file-lost': {
    level: 'error',
    reason: '登记过的文件 {file} 不见了',
    note: '应为：收录过的文件一直保留。请从版本库恢复它；若是有意移除，运行 npm run anchors -- --accept 予以认可。',
  },
  'version-name': {
    level: 'error',
    reason: '旧版本的文件名“{name}”不对',
    note: '应为：versions/年-月-日.txt，日期是它被更正后的版本取代的日子，如 versions/2021-06-30.txt。请改文件名。',
  },
  'report-short': {
    level: 'warning',
    reason: '正文只有 {count} 字，而同类报告多在 {usual} 字上下',
    note: '请核对原文是否完整（网页常有“下一页”，PDF 可能缺页）。',
  },
  'section-without-theme': {
    level: 'warning',
    reason: '“{heading}”（{id}）没有归入任何主题',
    note: '可在 report.yaml 的 sections 里写明 themes，或在 themes.yaml 里补充该主题的用语。',
  },
  'import-missing': {
    level: 'error',
    reason: '找不到文件或文件夹',
    note: '应为：本机上的文件或文件夹。请核对路径；含有空格的路径须加引号。',
  },
  'import-unreadable': {
    level: 'error',
    reason: '文件无法读取（{detail}）',
    note: '应为：可以读取的文件。请检查访问权限。',
  },
  'import-format': {
    level: 'error',
    reason: '不能识别的文件格式：{detail}',
    note: '应为：纯文本（.txt）、保存的网页（.html）、Word 文档（.docx）或文字版 PDF。请另存为其中一种。',
  },
  'import-legacy-word': {
    level: 'error',
    reason: '这是旧版 Word 或 WPS 文档（.doc、.wps）',
    note: '应为：.docx。请用 Word 或 WPS 打开，另存为 .docx 后再导入。',
  },
  'import-too-large': {
    level: 'error',
    reason: '文件过大：{size}，上限为 {limit}',
    note: '应为：一份报告。报告通常不到 1 MB；请确认文件无误，或只保留文字部分。',
  },
  'import-too-costly': {
    level: 'error',
    reason: '读取这个文件超出了{limit}的限度，已停止',
    note: '应为：一份普通的报告。文件可能已损坏或别有用意；请用 Word 或浏览器打开它，把正文另存为纯文本后再导入。',
  },
  'import-zip-bomb': {
    level: 'error',
    reason: '压缩包展开后过大（{size}），已停止读取',
    note: '应为：正常的 .docx 文档。文件可能已损坏或别有用意，请重新取得。',
  },
  'import-empty': {
    level: 'error',
    reason: '文件里没有文字',
    note: '应为：报告全文。请重新取得文件；网页若由脚本载入正文，请在浏览器中显示完整后再保存。',
  },
  'import-hidden-text': {
    level: 'warning',
    reason: '网页里有看不见的文字，没有收录（{how}）：“{text}”',
    note: '应为：读者看得见的文字。隐藏的文字可能是网页的部件，也可能别有用意；原始文件照原样保留。确属正文的，请在浏览器中显示完整，另存为纯文本后再导入。',
  },
  'import-encoding': {
    level: 'error',
    reason: '认不出文字编码',
    note: '应为：UTF-8、GB18030（含 GBK、GB2312）或 UTF-16 文本。请用编辑器打开，确认显示正常后另存为 UTF-8。',
  },
  'import-damaged': {
    level: 'error',
    reason: '文件已损坏：{detail}',
    note: '应为：能正常打开的完整文件。请重新下载或重新保存。',
  },
  'import-encrypted': {
    level: 'error',
    reason: '文件设有密码',
    note: '应为：不设密码的文件。请用密码打开后另存一份不加密的文件。',
  },
  'import-scanned': {
    level: 'error',
    reason: '这是扫描件：{pages} 页里几乎没有文字',
    note: '应为：文字版 PDF。请寻找网页正文或 Word 版本；或先做文字识别（OCR），校对后存为纯文本再导入。',
  },
  'import-garbled': {
    level: 'error',
    reason: '取出的文字是乱码',
    note: '应为：可以复制出汉字的文件。PDF 若缺少字体对照表，请改用网页正文或 Word 版本。',
  },
  'import-template': {
    level: 'error',
    reason: '像是没有填写的模板（如“{example}”）',
    note: '应为：已经公布的报告。确认无误可加 --yes 照常导入。',
  },
  'import-not-report': {
    level: 'error',
    reason: `不像${genre}，而像{kind}（{evidence}）`,
    note: `应为：${subject}（依法行政）年度报告的全文。确认无误可加 --yes 照常导入。`,
  },
  'import-exists': {
    level: 'error',
    reason: '编号 {id} 已有一份报告，文字不同（相同部分约 {percent}%）',
    note: '若是发布机关更正后的版本，加 --replace，旧版本保留可查；若是同一机关的另一份报告，加 --suffix <后缀>（小写字母和数字，如 sfj）。',
  },
  'import-same': {
    level: 'error',
    reason: '同一份报告已经收录，编号 {id}（文字相同）',
    note: '无须再导入。',
  },
  'import-similar': {
    level: 'error',
    reason: '与已收录的 {id} 几乎相同（相同部分约 {percent}%）',
    note: '请核对地区和年度是否有误。确实是另一份报告的，加 --yes 照常导入。',
  },
  'import-year-unknown': {
    level: 'error',
    reason: '看不出报告所述的年度{hint}',
    note: '请用 --year 写明报告所述的年度（不是公布的年份），如 --year 2020。',
  },
  'import-region-unknown': {
    level: 'error',
    reason: '不能确定报告所属的地区{hint}',
    note: '请用 --region 写明 GB/T 2260 的六位区划代码，如 --region 530102。',
  },
  'import-option': {
    level: 'error',
    reason: '参数不对：{detail}',
    note: '可用的参数：--region <代码> --year <年度> --url <网址> --suffix <后缀> --replace --yes --dry-run --json。',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

/** Level, reason and note of a rule, for documentation and tests. */
export const catalogue: Readonly<Record<RuleId, Rule>> = rules;

function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * Page that explains a rule, as a path within the checkout: where commands run, so that terminals and editors open it. The
 * program has no public address that could be named instead.
 */
export const rulePath = (rule: string) => `docs/rules/${rule}.md`;

/** Puts the message of a rule on a file, at a place of the author's text. */
export function report(
  file: VFile,
  id: RuleId,
  place: Place | undefined,
  values: Values = {},
): void {
  const rule: Rule = rules[id];
  const message = file.message(fill(rule.reason, values), {
    ...(place ? { place } : {}),
    ruleId: id,
    source: 'report',
  });
  message.fatal = rule.level === 'error';
  message.note = fill(rule.note, values);
  message.url = rulePath(id);
}

/** The first message that blocks a report. */
export function firstError(file: VFile): VFile['messages'][number] | undefined {
  return file.messages.find((message) => message.fatal === true);
}

/** Whether a file holds an error that blocks its report. */
export function isBlocked(file: VFile): boolean {
  return firstError(file) !== undefined;
}

/** Names of the levels, for people. */
export const levelNames = { error: '错误', warning: '提醒' } as const;

interface ShownMessage {
  /** File, line and column, as far as they are known. */
  place: readonly (string | number | null | undefined)[];
  level: Rule['level'];
  rule: string;
  reason: string;
  note: string;
  /** Page of the rule. */
  url?: string;
}

/** A message as a terminal shows it: `path:line:column 错误 rule-id`, then what is wrong, what to do, and where more is said. */
export function messageText({ place, level, rule, reason, note, url }: ShownMessage): string {
  const at = place.filter((part) => part !== undefined && part !== null).join(':');
  const lines = [reason, ...note.split('\n'), ...(url ? [`说明：${url}`] : [])];
  return [`${at} ${levelNames[level]} ${rule}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** All messages of some files, as a terminal shows them. */
export function formatMessages(files: readonly VFile[]): string {
  return files
    .flatMap((file) =>
      file.messages.map(({ line, column, fatal, ruleId, reason, note, url }) =>
        messageText({
          place: [file.path, line, column],
          level: fatal ? 'error' : 'warning',
          rule: ruleId ?? '',
          reason,
          note: note ?? '',
          ...(url && { url }),
        }),
      ),
    )
    .join('\n');
}
