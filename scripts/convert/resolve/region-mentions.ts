/** Finds the names of regions in a text. */
import type { Region, Regions } from '../../../src/model/regions.ts';

/** A name of one or several regions, standing in a text. */
export interface Mention {
  /** Offset of the name in the text. */
  start: number;
  end: number;
  /** The name as it stands: 五华区, 海西州, 建德. */
  name: string;
  /** It bears its unit (五华区, 海西州) rather than being a bare stem (五华, 海西). */
  unit: boolean;
  /** The regions it may stand for; fewer where what precedes it settles that (长春市朝阳区). */
  readings: Region[];
  /** What precedes it settled its readings. */
  settled: boolean;
  /** It only says where the following name lies: 长春市 in 长春市朝阳区. */
  leads: boolean;
}

interface Name {
  name: string;
  unit: boolean;
  readings: Region[];
}

/** Names by their first two characters, longest first. */
export type NameIndex = Map<string, Name[]>;

/** Stems that are ordinary words as well; they count with their unit only. */
const ordinaryStems = new Set(
  (
    '公安 平安 和平 互助 通道 东方 民权 合作 中方 共和 安定 安宁 同心 和政 大方 城关 城中 市中 桥东 桥西 新华 长安 建安 友好 ' +
    '解放 光明 向阳 复兴 振兴 红旗 南部 新建 永和 交口 长治 大通 开平 道外 道里 前进 回民 保安 普定 平定 富裕 崇信 集安'
  ).split(' '),
);
/** Names that are ordinary words even with their unit; they count behind the region they lie in. */
const ordinaryNames = /^(?:城区|郊区|矿区|东区|西区|新县|[城市]中区|城[东西北]区)$/;
/** What, right behind a name, shows that its last character belongs to another word: 黄山|市场, 和平|区域. */
const continued: Record<string, RegExp> = {
  市: /^(?:场|容)/,
  区: /^(?:域|块|间|别|位|分)/,
  县: /^域/,
  旗: /^帜/,
};
const han = /\p{Script=Han}/u;

/** Indexes every name of every region. Former units give way to a present one of the same name. */
export function indexNames(regions: Regions): NameIndex {
  const byName = new Map<string, Region[]>();
  for (const region of regions.all()) {
    if (regions.regionByCode(region.successor ?? '')?.name === region.name) continue;
    for (const name of [region.name, ...region.shortNames])
      byName.set(name, [...(byName.get(name) ?? []), region]);
  }
  const index: NameIndex = new Map();
  for (const [name, readings] of byName) {
    const unit = readings.some((it) => it.name === name || it.name.at(-1) === name.at(-1));
    const key = name.slice(0, 2);
    index.set(key, [...(index.get(key) ?? []), { name, unit, readings }]);
  }
  for (const names of index.values()) names.sort((a, b) => b.name.length - a.name.length);
  return index;
}

/** Whether `region` lies in `ancestor`. */
export function liesIn(region: Region, ancestor: Region): boolean {
  const { path } = ancestor;
  return region.path.length > path.length && path.every((name, at) => region.path[at] === name);
}

/** The readings that lie in the region named right before, those right under it first; undefined for none. */
function settle(readings: Region[], before: Mention | undefined): Region[] | undefined {
  const inside = readings.filter((it) => before?.readings.some((outer) => liesIn(it, outer)));
  const nearest = Math.min(...inside.map(({ path }) => path.length));
  return inside.length > 0 ? inside.filter(({ path }) => path.length === nearest) : undefined;
}

/** Whether a name may stand where it does: names of one character and unit, and plain words, need a reason. */
function stands(text: string, start: number, { name, unit }: Name): boolean {
  const rest = text.slice(start + name.length, start + name.length + 2);
  if (continued[name.at(-1) ?? '']?.test(rest)) return false;
  if (!unit) return !ordinaryStems.has(name);
  if (name.length > 2 && !ordinaryNames.test(name)) return true;
  const previous = text.charAt(start - 1);
  const free = start === 0 || !han.test(previous) || /中共$/.test(text.slice(0, start).slice(-2));
  return free && (start === 0 || !ordinaryNames.test(name));
}

/**
 * All names of regions in a text without white space, in one pass, longest first where several begin at one
 * place. Names that overlap are not looked for.
 */
export function findMentions(text: string, index: NameIndex): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start < text.length - 1; ) {
    const previous = mentions.at(-1);
    const before = previous?.end === start ? previous : undefined;
    const mention = mentionAt(text, start, index, before);
    if (mention) {
      if (before && mention.settled) before.leads = true;
      mentions.push(mention);
    }
    start = mention?.end ?? start + 1;
  }
  return mentions;
}

function mentionAt(
  text: string,
  start: number,
  index: NameIndex,
  before: Mention | undefined,
): Mention | undefined {
  for (const entry of index.get(text.slice(start, start + 2)) ?? []) {
    if (!text.startsWith(entry.name, start)) continue;
    const inside = settle(entry.readings, before);
    if (!(inside && entry.unit) && !stands(text, start, entry)) continue;
    const end = start + entry.name.length;
    const readings = inside ?? entry.readings;
    const { name, unit } = entry;
    return { start, end, name, unit, readings, settled: inside !== undefined, leads: false };
  }
  return undefined;
}
