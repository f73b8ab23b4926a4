/** Weighs what speaks for each region that a report names. */
import type { Region, Regions } from '../../../src/model/regions.ts';
import { type LevelHints, levelFit } from './level-hints.ts';
import type { Mention } from './region-mentions.ts';

export interface RegionCandidate {
  region: Region;
  /** Weight of the evidence; only comparable within one report. */
  score: number;
  /** What speaks for it, for the person who has to decide. */
  evidence: string[];
}

/** A candidate while it is weighed. */
export interface Tally extends RegionCandidate {
  /** Weight of the places that name the region itself. */
  named: number;
  /** A title, an issuer or a signature names it. */
  signed: boolean;
  /** A name stands for it alone. */
  alone: boolean;
  /** Other regions that some of the same names stand for. */
  namesakes: Set<Region>;
  /** Weight of what speaks for the regions above it; only tells namesakes apart. */
  above: number;
}

/** Tallies by code of region. */
export type Tallies = Map<string, Tally>;

const weights = { title: 12, issuer: 8, signature: 8, opening: 5, header: 3 };
/** A place of a report that names its region. */
export type Zone = keyof typeof weights;
const zoneNames: Record<Zone, string> = {
  title: '标题',
  issuer: '发布机构',
  signature: '署名',
  opening: '开头',
  header: '页头',
};
/** A bare stem (五华) says less than a name with its unit (五华区). */
const stemWeight = 0.6;

function tallyOf(tallies: Tallies, region: Region): Tally {
  const known = tallies.get(region.code);
  if (known) return known;
  const tally: Tally = {
    region,
    score: 0,
    evidence: [],
    named: 0,
    signed: false,
    alone: false,
    namesakes: new Set(),
    above: 0,
  };
  tallies.set(region.code, tally);
  return tally;
}

/** Counts a name that stands for `readings`, the tally's region among them. */
function count(tally: Tally, readings: Region[], weight: number, evidence: string): void {
  tally.named += weight;
  tally.score += weight;
  tally.evidence.push(evidence);
  if (readings.length === 1) tally.alone = true;
  for (const other of readings) if (other !== tally.region) tally.namesakes.add(other);
}

/** The first name of a zone counts in full, further ones by a third, the same one only once. */
export function countZone(tallies: Tallies, zone: Zone, mentions: Mention[]): void {
  const seen = new Set<string>();
  for (const { name, unit, readings } of mentions) {
    if (seen.has(name)) continue;
    const weight = weights[zone] * (unit ? 1 : stemWeight) * (seen.size === 0 ? 1 : 1 / 3);
    seen.add(name);
    for (const region of readings) {
      const tally = tallyOf(tallies, region);
      count(tally, readings, weight, `${zoneNames[zone]}:${name}`);
      if (zone !== 'opening' && zone !== 'header') tally.signed = true;
    }
  }
}

/** Up to 5 for the name that the text holds most often, in proportion for the others, nothing for a single one. */
export function countText(tallies: Tallies, mentions: Mention[]): void {
  const names = new Map<string, { name: string; readings: Region[]; times: number }>();
  for (const { name, unit, leads, readings } of mentions) {
    if (!unit || leads) continue;
    const key = `${name} ${readings.map((it) => it.code)}`;
    const times = (names.get(key)?.times ?? 0) + 1;
    names.set(key, { name, readings, times });
  }
  const most = Math.max(3, ...[...names.values()].map(({ times }) => times));
  for (const { name, readings, times } of names.values())
    if (times > 1)
      for (const region of readings)
        count(tallyOf(tallies, region), readings, (5 * times) / most, `正文：${name} ${times} 处`);
}

/**
 * What speaks for the regions above: 4 for the prefecture, 3 for the province (5 where there is no prefecture),
 * 6 where they stand right before the name.
 */
export function weighAncestors(tally: Tally, mentions: Mention[], regions: Regions): void {
  const { code, path } = tally.region;
  if (mentions.some((it) => it.settled && it.readings.includes(tally.region))) {
    tally.above += 6;
    tally.evidence.push(`全称：${path.join('')}`);
  }
  let region = regions.parentOf(code);
  for (; region; region = regions.parentOf(region.code)) {
    const above = region;
    const named = mentions.filter((it) => it.readings.includes(above));
    const full = named.some(({ unit }) => unit);
    if (!full && (above.level !== 'province' || named.length < 2)) continue;
    const weight = above.level === 'prefecture' ? 4 : path.length === 2 ? 5 : 3;
    tally.above += full ? weight : weight - 1;
    tally.evidence.push(`上级：${above.name}`);
  }
}

/** Whether another region of the same name has clearly more above it that speaks for it. */
export function outdone(tally: Tally, tallies: Tallies): boolean {
  const rivals = [...tally.namesakes].map(({ code }) => tallies.get(code)?.above ?? 0);
  return !tally.alone && rivals.some((above) => above >= tally.above + 3);
}

/** What 我县, 全区 and the like say for or against the level of the region. */
export function weighLevel(tally: Tally, hints: LevelHints): void {
  const fit = levelFit(tally.region, hints);
  if (fit === undefined) return;
  tally.score += fit >= 0.5 ? 5 : fit >= 0.2 ? 1 : -5;
  if (fit >= 0.5) tally.evidence.push(`称谓：${hints.examples.join('、')}`);
}
