/**
 * The grammar of figures in official prose, written once: what the words around a figure make of it. Expressions see the
 * words of its own clause before it, brackets left out, or what stands behind its unit.
 */

/** What a figure is besides a count. */
export type Mark =
  /** 其中, 包括, 含: a part of a figure before it. */
  | 'part'
  /** 共, 合计: may be the whole of what stands before it. */
  | 'total'
  /** 占: a share of another figure. */
  | 'share'
  /** 率, 比例. */
  | 'rate'
  /** 同比, 较上年, 增加 n 件: by how much it changed. */
  | 'change'
  /** Of an earlier year: 上年为 n 件. */
  | 'past'
  /** 结转: carried over from or into another year. */
  | 'carried'
  /** 其余, 剩余, 尚未 …: what is left. */
  | 'rest'
  /** 由 n: where a change began. */
  | 'from'
  /** 到 n: where it ended. */
  | 'to'
  /** 累计, 以来: over more than the year. */
  | 'cumulative'
  /** 力争, 到2025年: not yet. */
  | 'plan'
  /** 分别为: one of several, told in the order of the names before. */
  | 'each'
  /** Within brackets. */
  | 'aside'
  /** 没有 n, 无一 n. */
  | 'none'
  /** 平均, 每: a mean. */
  | 'average';

const change =
  '(?:增长|增加|上升|提高|提升|增幅|涨幅|下降|减少|降低|降幅|回落|压缩|缩短|压减|精简|扩大|净增|多|少)';

/** Marks by the words before the figure, in its own clause. */
const before: [Mark, RegExp][] = [
  ['part', /其中|(?:包括|包含|内含|含)[^率]{0,14}$/u],
  [
    'total',
    /(?:共|总共|共计|合计|总计|总数|总量|总额|累计|(?<![统设预])计)(?:有|为|达|达到|是)?$/u,
  ],
  ['share', /(?<![侵强抢违])占(?![地道用领压有比])/u],
  ['rate', /(?:率|比例|比重|占比|百分比)(?:[^率比]{0,12})$/u],
  ['change', /增减|增幅|降幅|同比|环比|(?:较|比|与)(?:上|去|前|往|20\d\d)[^，]{0,6}年?/u],
  ['change', new RegExp(`${change}(?:了|幅度|约|近|为|达|超过?)?$`, 'u')],
  ['past', /上年|去年|上一年|前年|往年|同期|近[二两三四五\d]年[^，]{0,20}分别/u],
  ['carried', /结转|转入|跨年|遗留|存案/u],
  ['rest', /其余|另有|剩余|余下|尚余|尚有|尚未|未审结|未办结|未结|正在|在审|待[审办结处]/u],
  [
    'from',
    /(?:由|从)(?:原来的?|过去的?|最初的?|上年的?|去年的?|20\d\d年的?|平均)?[^由从，]{0,8}$/u,
  ],
  [
    'to',
    /(?:增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|精简|缩短|扩大|增|升|降|减)(?:到|至|为)了?$/u,
  ],
  ['cumulative', /累计|累积|历年|以来|至今/u],
  [
    'plan',
    /力争|争取|确保|计划|目标|不低于|不少于|不得少于|至少|要求|预计|(?<!已)将[^，]{0,12}达到?|次年/u,
  ],
  ['none', /(?:没有|无|未发生|未出现|未|零)$/u],
  ['average', /平均|人均|户均|每[^，]{0,6}$/u],
];

/** Words that mark what follows until the next stop of a sentence. */
const openingPlan = /^(?:到|至|力争)20\d\d年(?:底|末)?|^(?:下一步|明年|下步|下一年)/u;
const partOpens = /其中|^(?:包括|含)/u;

/** Marks that the words of a clause before a figure give it. */
export function marksBefore(words: string): Set<Mark> {
  return new Set(before.filter(([, pattern]) => pattern.test(words)).map(([mark]) => mark));
}

/** Whether a clause opens a passage that tells of plans. */
export function opensPlan(clause: string): boolean {
  return openingPlan.test(clause);
}

/** Whether the figures from here to the end of the sentence are parts of one before. */
export function opensParts(words: string): boolean {
  return partOpens.test(words);
}

/** Whether the words before a figure say that several figures follow for several names: 分别为. */
export function isDistributed(words: string): boolean {
  return /分别(?:为|是|有|达|达到|办理|受理|占|位)?$/u.test(words);
}

/** A clause that says more of the figure before it: 均已报送备案, 全部按期办结. */
export const continues = /^(?:均|按(?!.{0,3}分)|依法|及时|全部|全都|都|已全部|已|并|现已|现均)/u;

/** What may stand between verbs that share one figure: 撤销、变更和确认违法; 经调解撤回申请后终止. */
export const joins =
  /^(?:、|和|与|及|或|并|后|而|以|其[他它]|申请人?|的|了|审理|案件|方式|决定|结案|责令)*$/u;
/** Of those, what sets them side by side; else the last of the verbs is what came of it. */
export const sideBySide = /[、和与及或并]/u;

const functionWords =
  /全(?:[省市县区州镇乡街]|系统)|\p{Script=Han}{0,2}[省市县区州]级|国家级|本级|共计|合计|总计|总数|数量|分别|全部|全年|累计|其中|左右|达到|保持|以上|为|达|有|了|的|等|各类|各种|约|近|超|过|共|均|是|到|至|在|数|量|已|计|率|占|比|也|又|仅|只|连续|[\s\p{P}\d]/gu;

/** Signs that say something and are no grammar. */
export function unread(words: string): string {
  return words.replace(functionWords, '');
}

/** n 件中 m 件: the second is a part of the first. */
export const among = /^[^，、；]{0,12}(?:中|里|之中|当中)(?![心级小央])/u;

/** What stands between things that are counted together. */
export const gathers = /^(?:[、和与及的]|以及|等|各类|各种|其他|相关|有关|\s)*$/u;
