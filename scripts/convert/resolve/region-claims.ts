/** Which places of a report and its page say whose it is: by name, or only of which level. */
import type { Region, Regions } from '../../../src/model/regions.ts';
import { compact, fold, isAddressee } from '../parse/grammar.ts';
import { type Gazetteer, gazetteerOf, liesIn } from './gazetteer.ts';
import { bodyAt, type NamedBody } from './named-body.ts';
import { hostOf, provinceOfHost } from './site-hosts.ts';

/** The places of a report and its page that tell its region; absent or empty where there are none. */
export interface RegionSource {
  title?: string | null;
  /** The title that the page gives, where the report prints another or none. */
  pageTitle?: string | null;
  /** 发布机构 or 来源 as the page names it. */
  issuer?: string | null;
  /** The lines that sign at the end. */
  signature?: string | null;
  /** Lines around the report: name of the site, navigation, labels. */
  header?: string | null;
  /** The report itself, lines separated by line feeds. */
  text: string;
  /** Address of the page. */
  url?: string | null;
  /** Codes of the regions whose reports are known to come from its host. */
  ofHost?: readonly string[];
  /** Year reported on: names are looked up as they were then. */
  year?: number | null;
}

/** What a place says. */
export interface Claim {
  /** The place, for the person who has to decide: 标题, 开篇主语. */
  source: string;
  /** The words there. */
  words: string;
  readings: Region[];
  town: string | null;
}

/** Everything that speaks for a region, by how far it may be relied on. */
export interface Claims {
  /** The report says of itself whose it is: title, subject, announcement, signature. */
  own: Claim[];
  /** The page says whose page it is; it may show another body's report. */
  page: Claim[];
  /** Counties that lead the body; that of a township lies in one of them. */
  superior: Claim[];
  /** Bodies in the names of documents that the report says were made. */
  documents: Claim[];
  /** A name was blacked out where the report says whose it is. */
  masked: boolean;
  /** Unit of the body that the opening speaks of without its name: 县 of 县委、县政府, 我县. */
  unit: string | null;
  /** That body is a part of the government: 我局, 省教育厅. */
  isOffice: boolean;
}

/** Lines in which a report says who speaks. */
const openingLines = 12;
/** Sentences of the opening whose subject is the body that reports. */
const openingSentences = 3;
const longestHeading = 60;
/** Lines of a page that are longer say something else. */
const longestLabel = 120;

const time =
  /^(?:(?:截至|截止|自|从)?(?:(?:19|20)\d{2}|[二2][〇○零0][〇○零一二三四五六七八九]{2})年(?:度|以来|来|期间|底|末)?|今年以来|今年|一年来|近年来|去年|过去(?:的)?一年|年度内?|本年度)+/u;
const prepositional =
  /^(?:在|按照|根据|依据|为|围绕|以|对照|针对|随着|自|从|经|通过|结合|遵照|由于|面对|当前)/u;
/** In 在…领导下 the body that leads is another one. */
const endOfLeading = /(?:领导|指导|支持|关心|推动|帮助|监督|部署|安排|统筹|指引)下/u;
const relative =
  /^(?:我|本|全)(?<own>省|市|县|区|州|盟|旗|镇|乡|街道|师市?|自治区|自治州)|^(?:我|本)(?<office>局|厅|委|办|院|中心|大队|支队|单位|部门)|^(?<unit>自治区|自治州|自治县|省|市|县|区|州|盟|旗|镇|乡|街道)(?:委|党委|人民政府|政府|党工委|(?<part>\p{Script=Han}{1,14}?(?:局|厅|委员会|办公室)))/u;
/** 现将某县2020年法治政府建设情况报告如下, 某县法治政府建设情况具体报告如下 */
const announcement =
  /(?:现(?:就|将|对|把)?(?:有关)?|(?:^|,))(?<what>[^,]{2,80}(?:报告|汇报|总结|公布|公开|公告)(?:如下)?)$/u;
/** The committee of a region by itself is as often the one above: 杭州市委召开会议 in a report of one of its offices. */
const committee = /^党?委(?!员会|班子|、|、?(?:市|县|区|州|旗)?政府|行署)/u;
const ownsWhatFollows = /^(?:的|[《“"、](?!.{0,8}(?:政府|党委)))/u;

const lettersOf = (text: string) => compact(fold(text)).replace(/[◆●■▪•·※]/gu, '');
const lines = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .map(lettersOf)
    .filter((line) => line !== '');

/** A title without what stands before the body it names. */
function bareTitle(title: string): string {
  let bare = title;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/^(?:【[^】]*】|\[[^\]]*\]|\([^)]*\)|[《“"「—\-:])/u, '')
      .replace(/^(?:关于)?(?:印发|报送|上报|公布|报告)?(?:关于)?/u, '')
      .replace(time, '');
  }
  return bare;
}

class ClaimReader {
  readonly claims: Claims = {
    ...{ own: [], page: [], superior: [], documents: [] },
    ...{ masked: false, unit: null, isOffice: false },
  };
  readonly #gazetteer: Gazetteer;
  readonly #year: number | undefined;

  constructor(gazetteer: Gazetteer, year: number | undefined) {
    this.#gazetteer = gazetteer;
    this.#year = year;
  }

  #bodyAt(text: string, at: number): NamedBody | undefined {
    return bodyAt(text, at, this.#gazetteer, this.#year);
  }

  #own(source: string, body: NamedBody | undefined): boolean {
    if (body?.masked) this.claims.masked = true;
    if (!body || (body.readings.length === 0 && !body.town)) return body !== undefined;
    this.claims.own.push({ ...body, source });
    return true;
  }

  /** Bodies named anywhere in a line, those in each other taken together. */
  #named(line: string): NamedBody[] {
    const found: NamedBody[] = [];
    for (let at = 0; at < line.length - 1; ) {
      const body = this.#bodyAt(line, at);
      const counts = body?.sure && body.readings.length > 0;
      if (counts) found.push(body);
      at = counts ? body.end : at + 1;
    }
    return found;
  }

  title(source: string, text: string): void {
    const title = bareTitle(text);
    if (this.#own(source, this.#bodyAt(title, 0))) return;
    const named = this.#named(title);
    if (named.length === 1) this.#own(source, named[0]);
  }

  signature(text: string): void {
    for (const line of lines(text).slice(0, 6)) {
      const body = this.#bodyAt(line, 0);
      if (body?.sure || body?.masked) this.#own('落款', body);
    }
  }

  opening(text: string): void {
    const all = lines(text);
    const opening = all
      .slice(0, openingLines)
      .filter((line) => /[。;]|如下[:,]?$/u.test(line) && !isAddressee(line));
    const sentences = opening.flatMap((line) => line.split(/[。;!?]/u));
    const first = sentences.filter((line) => line.length > 8).slice(0, openingSentences);
    first.some((sentence) => this.#subject(sentence));
    for (const sentence of [...sentences, ...all.slice(-3)]) {
      const what = announcement.exec(sentence.replace(/(?<![:,])[:,]+$/u, ''))?.groups?.['what'];
      if (!what) continue;
      const said = bareTitle(what.replace(/^.*现(?:就|将|对|把)(?:有关)?/u, ''));
      const body = this.#bodyAt(said, 0);
      if (body?.sure || body?.masked) this.#own('报告的申明', body);
    }
  }

  /** The subject of a sentence, past adverbs of time and 在…领导下. @returns whether there is one */
  #subject(sentence: string): boolean {
    for (const clause of sentence.split(/[,:]/u).slice(0, 8)) {
      let rest = clause.replace(time, '');
      const leading = endOfLeading.exec(rest);
      // 某县在市委的领导下; 在市委的领导下某县; 省厅的指导下
      if (leading && (prepositional.test(rest) || !rest.slice(0, leading.index).includes('在'))) {
        this.#superior(rest);
        rest = rest.slice(leading.index + leading[0].length);
      } else if (prepositional.test(rest)) continue;
      const spoken = relative.exec(rest)?.groups;
      if (spoken) {
        this.claims.unit = spoken['own'] ?? spoken['unit'] ?? null;
        this.claims.isOffice = Boolean(spoken['office'] ?? spoken['part']);
        return true;
      }
      const body = this.#bodyAt(rest, 0);
      const behind = rest.slice(body?.end ?? 0);
      if (body && committee.test(behind)) return false;
      if (body && !ownsWhatFollows.test(behind)) return this.#own('开篇主语', body);
    }
    return false;
  }

  /** A county that leads is the one that the township lies in. */
  #superior(clause: string): void {
    const body = this.#bodyAt(clause, clause.startsWith('在') ? 1 : 0);
    if (body?.sure && !body.town && /^(?:党?委|人民政府)/u.test(clause.slice(body.end)))
      this.claims.superior.push({ ...body, source: '领导机关' });
  }

  /** Documents of one's own: 制定《某县法治政府建设实施方案》. */
  documents(text: string): void {
    const own =
      /(?:制定|出台|印发|修订|起草|编制)(?:了|的|并印发|并实施)?《(?:关于|中共|印发)*(?=(.{2,20}))/gu;
    for (const { 1: name = '' } of lettersOf(text).matchAll(own)) {
      const body = this.#bodyAt(name.replace(time, ''), 0);
      if (body?.sure && body.readings.length > 0)
        this.claims.documents.push({ ...body, source: '制定的文件' });
    }
  }

  page(source: string, text: string | null | undefined): void {
    for (const line of lines(text)) {
      if (line.length > longestLabel) continue;
      const named = this.#named(line);
      const last = named.at(-1);
      // A list of places says nothing; a way down from one to another says the last.
      const isWay = named.every(
        ({ readings }) =>
          !last ||
          readings.some((it) => last.readings.some((other) => it === other || liesIn(other, it))),
      );
      if (last && isWay) this.claims.page.push({ ...last, source });
    }
  }
}

/** What stands where a title would, and speaks of the matter though not in the words of a title. */
function headingOf(text: string): string {
  const [first = ''] = lines(text);
  return first.length <= longestHeading && /法治|依法/u.test(first) && !/[。;:]/u.test(first)
    ? first
    : '';
}

/** Reads what every place says; total, whatever the text, and linear in its length. */
export function readClaims(source: RegionSource, regions: Regions): Claims {
  const gazetteer = gazetteerOf(regions);
  const reader = new ClaimReader(gazetteer, source.year ?? undefined);
  reader.title('标题', lines(source.title).join('') || headingOf(source.text));
  reader.title('网页标题', lettersOf(source.pageTitle ?? ''));
  reader.opening(source.text);
  reader.signature(source.signature ?? '');
  reader.documents(source.text);
  reader.page('发布机构', source.issuer);
  reader.page('网页', source.header);
  const host = hostOf(source.url ?? '');
  for (const codes of [[provinceOfHost(host) ?? ''], source.ofHost ?? []]) {
    const readings = codes.flatMap((code) => regions.regionByCode(code) ?? []);
    if (readings.length > 0)
      reader.claims.page.push({ source: '网址', words: host, readings, town: null });
  }
  return reader.claims;
}
