/** Reads the name of a body at a place of a text: 浙江省杭州市上城区清波街道, 襄阳高新区, 武清区司法局. */
import type { Region } from '../../../src/model/regions.ts';
import { type Gazetteer, liesIn, type PlaceName } from './gazetteer.ts';

/** A body by the names it consists of. */
export interface NamedBody {
  /** The words that name it, without its office. */
  words: string;
  /** Regions of the last name, narrowed by those before it; counties of a town that stands alone. */
  readings: Region[];
  /** Name of the township or street. */
  town: string | null;
  /** The region bears its unit, or is known by what follows or by its town. */
  sure: boolean;
  /** A letter or a blank stands where a name should: XX县. */
  masked: boolean;
  /** Offset behind the last name. */
  end: number;
}

/** Stems that are ordinary words as well; they count with their unit, or behind the region they lie in. */
const ordinaryStems = new Set(
  (
    '公安 平安 和平 互助 通道 东方 民权 合作 中方 共和 安定 安宁 同心 和政 大方 城关 城中 市中 桥东 桥西 新华 长安 建安 友好 ' +
    '解放 光明 向阳 复兴 振兴 红旗 南部 新建 永和 交口 长治 大通 开平 道外 道里 前进 回民 保安 普定 平定 富裕 崇信 集安'
  ).split(' '),
);
/** Names that are ordinary words even with their unit; they count behind the region they lie in. */
const ordinaryNames = /^(?:城区|郊区|矿区|新区|市区|东区|西区|新县|[城市]中区|城[东西北]区)$/u;
/** What, right behind a name, shows that its last character belongs to another word: 黄山|市场, 和平|区域. */
const continued: Record<string, RegExp> = {
  市: /^(?:场|容)/u,
  区: /^(?:域|块|间|别|位|分)/u,
  县: /^域/u,
  旗: /^帜/u,
};

const masked = /^(?:[Xx×*＊✕某○〇□_]{1,4}|某某)(?:自治)?(?:省|市|县|区|州|盟|旗|镇|乡|街道|局|委)/u;
const lead =
  /^(?:中共|中国共产党|国家税务总局|新疆生产建设兵团|(?:第?[一二三四五六七八九十]{1,3})师(?=[^市]))/u;
const zone =
  /^(?:国家级)?\p{Script=Han}{0,8}?(?:开发区|高新区|经开区|产业园区?|工业园区?|示范区|管理区|度假区|保税区|试验区|实验区|自贸区|新区|新城|园区)/u;
const office = /^(?:人民政府|委员会|党委|区委|县委|市委|党工委)/u;
/** A town that the list does not have, where it can be nothing else. */
const unlistedTown =
  /^(?:(?![全各我本该所乡城省市县区旗州镇村政的])\p{Script=Han}){1,6}?(?:街道|[镇乡](?![村镇])|苏木)(?=人民政府|党委|党政|党工委|办事处|[\d二,(]|关于|法治|在|以|坚持|认真|深入|紧紧|按照|始终|$)/u;
/** A county that the list does not have: what stands before it names only where it lies. */
const unlistedUnit =
  /^(?:(?![全各我本该所的在以坚认贯按把对为、委局厅办政及和两])\p{Script=Han}){1,5}?(?:市(?![场容政区委级直内属])|县(?![域级区委直内属])|自治[州旗]|区(?=人民政府|[\d二]|法治|关于))/u;
/** What may follow a stem that names its region. */
const afterStem =
  /^(?:$|[\d〇○零一二三四五六七八九十(,、]|法治|依法行政|年度|人民政府|党政|\p{Script=Han}{2,12}?(?:局|厅|委员会)(?:$|\d|关于))/u;

/** Whether a name may stand for a region where it does. */
function stands(text: string, { name, unit }: PlaceName, end: number, inside: boolean): boolean {
  const rest = text.slice(end, end + 24);
  if (continued[name.at(-1) ?? '']?.test(rest)) return false;
  if (inside && unit) return true;
  if (unit) return !ordinaryNames.test(name) || (end === name.length && afterStem.test(rest));
  if (ordinaryStems.has(name) && !inside) return false;
  return afterStem.test(rest) || zone.test(rest);
}

/** The readings that lie in one of the outer regions, those right under it first. */
function within(readings: Region[], outer: readonly Region[]): Region[] {
  const inside = readings.filter((it) => outer.some((each) => liesIn(it, each)));
  const nearest = Math.min(...inside.map(({ path }) => path.length));
  return inside.filter(({ path }) => path.length === nearest);
}

/**
 * The body that is named at a place of a text without blanks; undefined for none. Bounded: it looks no farther than a
 * few names.
 */
export function bodyAt(
  text: string,
  at: number,
  gazetteer: Gazetteer,
  year: number | undefined,
): NamedBody | undefined {
  let end = at;
  for (let match = lead.exec(text.slice(end, end + 12)); match; match = null)
    end += match[0].length;
  const start = end;
  if (masked.test(text.slice(end, end + 8)))
    return {
      words: text.slice(end, end + 8),
      readings: [],
      town: null,
      sure: false,
      masked: true,
      end,
    };
  let readings: Region[] = [];
  let sure = false;
  for (let names = 0; names < 4; names++) {
    const found = gazetteer.regionAt(text, end, year);
    if (!found) break;
    const behind = end + found.name.length;
    const inside = readings.length > 0 ? within(found.readings, readings) : [];
    if (readings.length > 0 && inside.length === 0) break;
    // A name before a region that lies in it: 云南昭通市, 保定市容城县.
    const next = gazetteer.regionAt(text, behind, year);
    const leads = next?.unit && within(next.readings, found.readings).length > 0;
    if (!leads && !stands(text, found, behind, inside.length > 0)) break;
    readings = inside.length > 0 ? inside : found.readings;
    sure = found.unit || sure;
    end = behind;
  }
  const behindOffice = end + (office.exec(text.slice(end, end + 6))?.[0].length ?? 0);
  for (const from of end < behindOffice ? [behindOffice, end] : [end]) {
    const listed = gazetteer.townAt(text, from, year);
    const name = listed?.name ?? unlistedTown.exec(text.slice(from, from + 16))?.[0];
    if (!name) continue;
    const having = (listed?.readings ?? []).filter(
      (it) => readings.length === 0 || readings.some((each) => each === it || liesIn(it, each)),
    );
    if (having.length > 0) readings = having;
    else if (!readings.every(({ level }) => level === 'county')) continue;
    end = from + name.length;
    return { words: text.slice(start, end), readings, town: name, sure: true, masked: false, end };
  }
  const isZone = zone.test(text.slice(end, end + 20));
  // An unknown county of a province, or another region in a list.
  const isCut =
    !isZone &&
    readings.some(({ level }) => level !== 'county') &&
    unlistedUnit.test(text.slice(end, end + 10)) &&
    !gazetteer.regionAt(text, end, year);
  if (readings.length === 0 || isCut) return undefined;
  sure ||= isZone;
  return { words: text.slice(start, end), readings, town: null, sure, masked: false, end };
}
