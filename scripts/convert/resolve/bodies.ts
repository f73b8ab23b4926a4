/** Names of bodies: those of party and government, apart and together, what kind they are, and whose name a short form is. */
import type { Kind } from '../../../src/model/report.ts';
import { compact, fold, isBodyName } from '../parse/grammar.ts';

/** The region of the report, as far as its names matter here. */
export interface RegionNames {
  name: string;
  shortNames: readonly string[];
}

/** Levels of regions by the last character of their names. */
const unit = '[省市县区州盟旗]';
const townUnit = '(?:镇|乡|苏木|街道)';
/** Zones have administrations, and are no regions: 高新区, 经济技术开发区, 保税区. */
const zone =
  /(?:高新|开发|经开|工业园|产业园|保税|度假|风景|示范|示范园|园|新城|试验|物流|实验|管理|集中|集聚|合作|工业|功能|航空港)区(?:管理委员会|管委会)?$|(?:园区|新区|新城|景区)(?:管理委员会|管委会)$|^(?:经济|高新)技术.*管/u;

const township = new RegExp(
  `${townUnit}(?:党工委|党委)?[、和]?(?:人民政府|办事处|政府)?$|街道办(?:事处)?$`,
  'u',
);
const government = /(?:人民政府|行政公署|政府|行署)$/u;
const committee = /(?:管理委员会|管委会)$/u;
/** The party's committee of a region, which reports with its government. */
const party = new RegExp(
  `^(?:中共|中国共产党).*(?:${unit}委(?:员会)?|委员会|党委)$|^[^、]{1,12}${unit}委$`,
  'u',
);
const department = /(?:局|厅|委|委员会|办|办公室|办公厅|院|署|所|站|中心|总队|支队|大队|海关)$/u;
const region = new RegExp(`${unit}$`, 'u');

/** What kind of body bears a name; undefined where the name does not tell. */
export function kindOfBody(body: string, names?: RegionNames): Kind | undefined {
  const name = compact(fold(body));
  if (names && (name === names.name || names.shortNames.includes(name))) return 'government';
  if (zone.test(name)) return 'other';
  if (township.test(name)) return 'township';
  if (government.test(name) || party.test(name)) return 'government';
  if (committee.test(name)) return 'other';
  if (region.test(name)) return 'government';
  if (/^第[一二三四五六七八九十]+师/u.test(name)) return 'government';
  return department.test(name) ? 'department' : undefined;
}

/** Where the name of a party's committee ends and that of its government follows: 中共汉中市委|汉中市人民政府. */
const joint = new RegExp(
  `(?<=${unit}委(?:员会)?|党委|党工委|委员会)(?=(?!办公室).{0,20}(?:人民政府|行政公署|行署|办事处|政府)$)`,
  'u',
);

/** The bodies that one text names: 中共汉中市委、汉中市人民政府; blanks part them only where each is a name. */
export function splitBodies(text: string): string[] {
  const pieces = text.split(/[、,，;；\s\u3000]+/u).filter(Boolean);
  const all = pieces.every((piece) => isBodyName(fold(piece))) ? pieces : [compact(text)];
  return all.flatMap((piece) => {
    const parts = piece.split(joint).filter(Boolean);
    return parts.every((part) => isBodyName(fold(part))) ? parts : [piece];
  });
}

/** A name without the names of superiors before it, and of a site without what makes it a site. */
const core = (name: string) =>
  compact(fold(name))
    .replace(
      /(?:人民政府)?(?:门户网站|政府网站|网站|官网|政府网|政务网|信息网|网|在线).{0,6}$/u,
      '',
    )
    .replace(/(?:政府|政务)?信息公开.{0,6}$/u, '')
    .replace(/(?:人民)?政府$/u, '')
    .replace(/委员会$/u, '委')
    .replace(new RegExp(`^${unit}(?=.{3})`, 'u'), '');

/** Whether two names are of one body: one may bear the names of its superiors, or be that of its site. */
export function isSameBody(a: string, b: string): boolean {
  const [short = '', long = ''] = [core(a), core(b)].sort((x, y) => x.length - y.length);
  return short.length >= 2 && long.endsWith(short);
}

/** Full name of a region's government. */
export function governmentOf(name: string): string {
  return `${name}${/(?:盟|地区)$/u.test(name) ? '行政公署' : '人民政府'}`;
}

/**
 * The body that reports for a place, as far as that is beyond doubt: the government of a region or town, the office of a
 * street. Bodies named from inside their region get its name: 省教育厅 is 江西省教育厅.
 */
export function bodiesOf(subject: string, names: RegionNames | undefined): string[] {
  const text = fold(subject);
  const corps = /^(?:新疆生产建设兵团)?第?([一二三四五六七八九十]+师)([^、]{2,8}市)$/u.exec(text);
  if (corps) return [`新疆生产建设兵团第${corps[1]}`, `${corps[2]}人民政府`];
  const together = new RegExp(
    `^([^、]{1,14}?)(?:${unit}?委|党委)[、和]?(?:${unit}?(?:人民)?政府)$`,
    'u',
  ).exec(text);
  const place = together?.[1];
  if (place && new RegExp(`${townUnit}$`, 'u').test(place)) return bodiesOf(place, names);
  if (place && !text.startsWith('中共')) {
    const isRegion =
      names?.shortNames.includes(place) || names?.name.startsWith(place.slice(0, -1));
    return names && isRegion ? [`中共${names.name}委员会`, governmentOf(names.name)] : [];
  }
  const bare = compact(subject);
  const inside = new RegExp(`^(?:本)?${unit}(?=(?:人民政府|政府|行署)$)`, 'u');
  if (inside.test(bare)) return names ? [governmentOf(names.name)] : [];
  if (new RegExp(`^${unit}(?=.{2,}[局厅委办院]$)`, 'u').test(bare))
    return names ? [`${names.name}${bare.slice(1)}`] : [];
  if (isBodyName(text) && kindOfBody(text) !== undefined) return splitBodies(subject);
  // The full name of a zone, which no abbreviation as 高新区 is.
  if (zone.test(text) && /(?:开发|园|示范|实验|试验|合作|集中|集聚|保税|度假)区$/u.test(text))
    return [`${bare}管理委员会`];
  if (/街道$/u.test(text)) return [`${bare}办事处`];
  if (/(?:镇|乡|苏木)$/u.test(text)) return [`${bare}人民政府`];
  if (
    names &&
    (bare === names.name || names.shortNames.includes(bare) || bare.endsWith(names.name))
  )
    return [governmentOf(names.name)];
  return region.test(text) && bare.length >= 3 && !zone.test(text) ? [governmentOf(bare)] : [];
}
