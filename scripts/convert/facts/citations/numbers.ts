/** Finds numbers of documents (文号): 国务院令第722号, 国发〔2021〕1号, 国家税务总局公告2021年第6号. */

export interface NumberSpan {
  start: number;
  /** Offset behind the number. */
  end: number;
  number: string;
}

const issuer =
  '(?:中华人民共和国)?(?:国务院|主席|[\\p{Script=Han}]{0,12}(?:政府|部|委|局|总局|署))';
const forms = [
  `${issuer}(?:第\\s?\\d{1,4}\\s?号令|令\\s?(?:20\\d\\d年)?第?\\s?\\d{1,4}\\s?号)`,
  '[\\p{Script=Han}]{2,12}公告20\\d\\d年第\\s?\\d{1,4}\\s?号',
  '[\\p{Script=Han}]{1,12}[〔［[【(（]20\\d\\d[〕］\\]】)）](?:第)?\\d{1,4}号',
];
const pattern = new RegExp(forms.join('|'), 'gu');
/** Words before the number proper, which the pattern takes along. */
const leadIn =
  /^.*(?:根据|依据|依照|按照|参照|遵照|对照|贯彻|落实|执行|印发|转发|下发|出台|制定|发布|文件|通知|关于|修订|废止|[按以由在的了和与及等、])/u;
/** Numbers of judgments and decisions name no document that is cited. */
const caseNumber = /[)）〕\]][^号)）〕\]]*[初终行申执]|[罚复决]字?[〔[(（]/u;

/** What every number holds; few sections do, and looking for issuers is slow. */
const hint = /令|公告20\d\d|[〔［[【(（]20\d\d[〕］\]】)）]/u;

/** Document numbers in a text, in reading order. */
export function numberSpans(text: string): NumberSpan[] {
  if (!hint.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap(({ index, 0: found }) => {
    const before = leadIn.exec(found)?.[0].length ?? 0;
    const number = found.slice(before);
    if (!/^[\p{Script=Han}]/u.test(number) || /^(?:第|令)/u.test(number) || caseNumber.test(number))
      return [];
    return [{ start: index + before, end: index + found.length, number }];
  });
}
