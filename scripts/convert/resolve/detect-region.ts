/**
 * Finds the region a report speaks for, or says that it is not certain. Names of regions are weighed by where
 * they stand; regions of the same name are told apart by the regions above them; 我县, 全区 and the like say what
 * level the report is of.
 */
import type { Region, Regions } from '../../../src/model/regions.ts';
import { simplify } from '../parse/simplify.ts';
import { type LevelHints, levelFit, readLevelHints } from './level-hints.ts';
import {
  countText,
  countZone,
  outdone,
  type RegionCandidate,
  type Tallies,
  type Tally,
  weighAncestors,
  weighLevel,
} from './region-evidence.ts';
import {
  findMentions,
  indexNames,
  liesIn,
  type Mention,
  type NameIndex,
} from './region-mentions.ts';

/** The places of a report that name its region; absent or empty where the source has none. */
export interface RegionSource {
  title?: string | null;
  /** 发布机构 or the body that the title names. */
  issuer?: string | null;
  /** The body that signs at the end. */
  signature?: string | null;
  /** Lines around the title: 来源, navigation. */
  header?: string | null;
  /** The report itself. */
  text: string;
}

export type { RegionCandidate };

export interface RegionDetection {
  /** The leading candidate; null where there is none or several lead. Not to be relied on unless `certain`. */
  region: Region | null;
  /** Best first, at most five. */
  candidates: RegionCandidate[];
  /** The evidence leaves no reasonable doubt. When false a person has to say the region. */
  certain: boolean;
}

/** Characters of the text that count as its opening, where reports say whose they are. */
const openingLength = 200;
/** Stems count where a name is to be expected: at the start of a zone, or before what follows a government's name. */
const afterStem =
  /^(?:$|[\d〇○零一二三四五六七八九十]|法治政府|法治建设|依法行政|年度|人民政府|党政)/;
const beforeStem = /(?:^|关于|中共|法治|平安)$/;
const township =
  /[^城乡](?:镇|乡)(?:人民政府|党委|党政|[\d二〇]|$|关于|法治|依法|司法所)|街道|苏木/;

const indexes = new WeakMap<Regions, NameIndex>();
function indexOf(regions: Regions): NameIndex {
  let index = indexes.get(regions);
  if (!index) {
    index = indexNames(regions);
    indexes.set(regions, index);
  }
  return index;
}

const clean = (text: string | null | undefined) =>
  simplify((text ?? '').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ''));

/** Finds the region of a report; total, whatever the text. */
export function detectRegion(source: RegionSource, regions: Regions): RegionDetection {
  const text = clean(source.text);
  const index = indexOf(regions);
  const zones = (['title', 'issuer', 'signature', 'header'] as const).map((zone) => {
    const content = clean(source[zone]);
    return { zone, content, mentions: naming(content, findMentions(content, index)) };
  });
  const inText = findMentions(text, index);
  const hints = readLevelHints(text);
  const tallies: Tallies = new Map();
  for (const { zone, mentions } of zones) countZone(tallies, zone, mentions);
  const opening = inText.filter((it) => it.start < openingLength && !quoted(text, it.start));
  countZone(tallies, 'opening', naming(text, opening));
  countText(tallies, inText);
  const everywhere = [...zones.flatMap(({ content }) => findMentions(content, index)), ...inText];
  for (const tally of tallies.values()) {
    weighAncestors(tally, everywhere, regions);
    weighLevel(tally, hints);
  }
  const small = zones.some(({ zone, content }) => zone !== 'header' && township.test(content));
  return decide(
    [...tallies.values()].filter((it) => !outdone(it, tallies)),
    hints,
    small,
  );
}

/** Mentions that name the body itself: not those that only lead to a name, nor stems inside other words. */
function naming(text: string, mentions: Mention[]): Mention[] {
  return mentions.filter(
    ({ start, end, unit, leads, settled }) =>
      !leads &&
      (unit ||
        (afterStem.test(text.slice(end, end + 4)) &&
          (settled || beforeStem.test(text.slice(Math.max(0, start - 2), start))))),
  );
}

/** Whether a place of the text lies within 《》. */
function quoted(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
}

/**
 * A lead of 3 tells regions apart, 2 those that lie in each other; less is doubt. So are a level that the text
 * contradicts, a name that stands in the text only while the text says nothing of its level, and a township whose
 * county is not named.
 */
function decide(tallies: Tally[], hints: LevelHints, small: boolean): RegionDetection {
  const ranked = tallies
    .filter((it) => it.named > 0)
    .sort((a, b) => b.score - a.score || (a.region.code < b.region.code ? -1 : 1));
  const [best, ...others] = ranked;
  const candidates = ranked.slice(0, 5).map(({ region, score, evidence }) => ({
    region,
    score: Math.round(score * 10) / 10,
    evidence,
  }));
  if (!best) return { region: null, candidates, certain: false };
  const lead = (other: Tally) => best.score - other.score;
  const related = (other: Tally) =>
    liesIn(best.region, other.region) || liesIn(other.region, best.region);
  const certain =
    best.named >= 4 &&
    (levelFit(best.region, hints) ?? (best.signed ? 1 : 0)) >= (best.signed ? 0.2 : 0.5) &&
    (!small || best.region.level === 'county' || best.region.path.length === 2) &&
    others.every((other) => lead(other) >= (related(other) ? 2 : 3));
  const ahead = best.named >= 4 && others.every((other) => lead(other) >= 1);
  return { region: certain || ahead ? best.region : null, candidates, certain };
}
