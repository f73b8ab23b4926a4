/** The noun phrase a quantity counts: behind the unit (4件案件), or before the number (行政复议案件27件). */

const leading =
  /^(?:年内|全年|目前|今年以来|截至目前|同时|其中|共计|总计|累计|合计|分别|已经|先后|依法|直接|共|已|并|均|全部|各类|各种|开展了?|受理|收到|办理|审结|办结|举办|组织|召开|出具|发放|调解|排查|完成|制定|审查|报备|取消|保留|废止|修改|清理|公开|发布|提供|接受|解答|接待|梳理|编制|新增|建成|评查|抽查|选派|培训|达到?|为|了|有|对|的|全[省市县区州盟])+/u;
const notNoun =
  /^(?:均|已|并|以|参加|参与|进行|通过|全部|用于|为|被|到|至|在|对|和|及|与|由|予以|实现|得到|左右|以上|的(?:标准|规定)|合格|$)/u;

/** Counted noun phrase; empty where the text names none. */
export function countedNoun(local: string, after: string): string {
  const behind =
    /^(?:的)?[\p{Script=Han}“”]{1,20}/u.exec(after.replace(/^[\s的]+/u, ''))?.[0] ?? '';
  if (behind !== '' && !notNoun.test(behind)) return behind;
  const before = local
    .replace(/(?<![:：\s为达超过近约逾])[:：\s为达超过近约逾]+$/u, '')
    .replace(leading, '');
  return before.slice(-30);
}
