/** Of whom a report speaks: the body that its title names, and the grammatical subject of its first sentences. */
import { compact, fold, isAddressee, isBodyName } from '../parse/grammar.ts';

const year = '(?:(?:19|20)\\d{2}|[二2][〇零][一二三四五六七八九〇零]{2})年(?:度)?';
/** Where the topic of a title begins, behind the body: the committees of 依法治县 bear the topic in their names. */
const topic =
  /(?:关于|推进|加强|深化|深入|全面(?!依法治)|贯彻|落实|开展|(?<!依)法治(?!局|科|处|办)|法制(?!局|科|处|办)|依法行政|年度|工作|(?:全面)?依法治(?![省市县区州盟旗镇乡](?:委员会|领导小组|办)))/u;

/** A title without what stands around it: the name of a column, 附件, the words that publish another paper. */
export function bareTitle(title: string): string {
  const quoted = /《([^《》]*(?:报告|总结|情况)[^《》]*)》/u.exec(title)?.[1];
  return (quoted ?? title).replace(/^[【[][^】\]]*[】\]]\s*|^附件\d{0,2}\s*[:：]\s*/u, '');
}

/** What a notice publishes: 关于印发某某县2023年法治政府建设工作报告的通知. */
const issued =
  /(?:印发|公布|发布|公开|报送|上报|呈报)(?=.{8})(.+(?:报告|总结|情况))的(?:通知|公告|报告|函)$/u;

/** The body that a title names, wherever its year stands: 2024年某市司法局法治政府建设情况报告. */
export function titleSubject(title: string): string | null {
  const whole = bareTitle(title);
  const text = issued.exec(whole)?.[1] ?? whole;
  const folded = fold(text);
  const lead =
    new RegExp(`^\\s*(?:关于)?\\s*(?:${year})?\\s*(?:关于)?`, 'u').exec(folded)?.[0] ?? '';
  const rest = folded.slice(lead.length);
  const ends = [topic, new RegExp(year, 'u')]
    .map((end) => rest.search(end))
    .filter((at) => at >= 0);
  const end = ends.length > 0 ? Math.min(...ends) : isBodyName(rest) ? rest.length : 0;
  const subject = text.slice(lead.length, lead.length + end).trim();
  return /^[\p{Script=Han}()（）·、\s]{2,40}$/u.test(subject) ? subject : null;
}

/** What begins the predicate of a sentence that tells of a year's work. */
const predicate =
  '(?:坚持|坚决|坚定|以|认真|深入|深化|深刻|全面|紧紧|紧扣|紧密|贯彻|按照|根据|结合|高度|始终|严格|切实|积极|在|把|将|聚焦|围绕|牢固|牢牢|牢记|扎实|统筹|持续|主动|立足|着力|着眼|大力|不断|充分|进一步|推进|推动|学习|落实|对标|对照|锚定|突出|强化|依法|稳步|奋力|加快|致力|传承|弘扬|践行|遵循|科学|有序|有力|狠抓|抓住|抓实|健全|完善)';
/** A place or a body, its committee and government where both are named, and its predicate. */
const subject = new RegExp(
  `^(?:(?:今年|一年|${year}|过去一年)(?:以来|来|间|中|,)?,?)?([\\p{Script=Han}]{1,24}?(?:[省市县区州盟旗镇乡局厅委办院]|街道|苏木|政府|行署|委员会|办公室|办事处|师[\\p{Script=Han}]{1,6}市))((?:党工委|党委|委)[、和]?[市县区州盟旗]?(?:人民政府|政府|行署|办事处))?(?=(?:人民政府|政府|办事处|系统|上下|各级)?${predicate})`,
  'u',
);
/** Nobody's name: 全市, 我局, 各地, 省委 (which leads, and is not the one that reports). */
const nameless = /^(?:全|我|本|各|该|其|以|在|为|按|区域|[省市县区州盟旗](?:委|政府))/u;
const otherThan = /年|月|指导|领导|部署|要求|以来|精神|工作|建设/u;

/** The place or body that the first sentences are about; null where they speak of 我市, or of nobody. */
export function openingSubject(paragraphs: readonly string[]): string | null {
  const sentences = paragraphs.filter((paragraph) => /[。，,；;]/u.test(paragraph));
  for (const paragraph of sentences.slice(0, 2)) {
    if (isAddressee(fold(paragraph))) continue;
    const first = compact(fold(paragraph))
      .split(/[。!;]/u)
      .slice(0, 3);
    for (const clause of first.flatMap((sentence) => {
      const commas = [...sentence.matchAll(/,/gu)].map(({ index }) => index + 1);
      return [0, ...commas].slice(0, 4).map((at) => sentence.slice(at));
    })) {
      const [, found, together] = subject.exec(clause) ?? [];
      if (!found || nameless.test(found) || otherThan.test(found)) continue;
      // Party and government of a town report as its government does.
      return together && !/(?:镇|乡|苏木|街道)$/u.test(found) ? `${found}${together}` : found;
    }
  }
  return null;
}
