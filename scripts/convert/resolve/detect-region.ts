/**
 * Whose report a report is. What it says of itself decides: title, subject of the opening, announcement, signature. Two
 * that agree are certain, one is where its name stands for one region alone. What the page says settles which of several
 * regions of one name is meant, or names the region where the report only says 我县, 省教育厅. A place that is merely
 * mentioned never decides.
 */
import type { Region, Regions } from '../../../src/model/regions.ts';
import { compact, fold } from '../parse/grammar.ts';
import { followed, liesIn } from './gazetteer.ts';
import { type LevelHints, levelFit, readLevelHints, unitOf } from './level-hints.ts';
import { type Claim, type Claims, type RegionSource, readClaims } from './region-claims.ts';

export type { RegionSource };

export interface RegionCandidate {
  region: Region;
  /** What speaks for it, for the person who has to decide. */
  evidence: string[];
}

export interface RegionDetection {
  /** As it was called in the year of the report; null where the evidence leaves a doubt: a person has to say it. */
  region: Region | null;
  /** Name of the township or street that reports. */
  town: string | null;
  /** What comes into question, best first, at most {@link mostCandidates}. */
  candidates: RegionCandidate[];
}

const mostCandidates = 8;
/** Least share of the words for a unit of those for the unit that the text speaks of most. */
const fitting = { own: 0.2, page: 0.5 };
/** So many times more often must what lies above one of several namesakes be named. */
const clearlyMore = 3;

/** What is left of the readings after another claim; all of them where it says nothing of them. */
function narrow(readings: Region[], by: (region: Region) => boolean): Region[] {
  const left = readings.filter(by);
  return left.length > 0 ? left : readings;
}

/** What the claims of the report itself leave; none where they contradict each other. */
function ownReadings(own: Claim[]): { readings: Region[]; sources: number } {
  let readings: Region[] = [];
  const sources = new Set<string>();
  for (const claim of own) {
    if (claim.readings.length === 0) continue;
    const both = claim.readings.filter((it) => readings.includes(it));
    const isAbove = readings.some((it) => claim.readings.some((other) => liesIn(it, other)));
    if (readings.length === 0) readings = claim.readings;
    else if (both.length > 0) readings = both;
    else if (isAbove && claim.readings.length === 1)
      // 某市 signs for what its title calls 某区.
      readings = narrow(readings, (it) => claim.readings.some((other) => liesIn(it, other)));
    else return { readings: [], sources: 0 };
    if (!isAbove || both.length > 0) sources.add(claim.source);
  }
  return { readings, sources: sources.size };
}

/** Codes of the regions in which the bodies of the page are registered, as index numbers hold them: 11|530102|…. */
function registeredIn(header: string): string[] {
  return [...header.matchAll(/(?<![0-9A-Z])1[1-3](\d{6})[0-9A-Z]{9,10}(?![0-9A-Z])/gu)].map(
    ([, code = '']) => code,
  );
}

/** Which of several regions of one name is meant, by what lies above them in the text. */
function byWhatLiesAbove(readings: Region[], text: string, regions: Regions): Region[] {
  const times = (name: string) => text.split(name).length - 1;
  const counted = (above: (region: Region) => Region | undefined) =>
    readings
      .map((region) => ({ region, count: times(above(region)?.name ?? '\0') }))
      .sort((a, b) => b.count - a.count);
  const parent = (region: Region) => regions.parentOf(region.code);
  for (const above of [parent, (region: Region) => regions.parentOf(parent(region)?.code ?? '')]) {
    const [first, second] = counted(above);
    if (first && first.count > 0)
      return first.count >= clearlyMore * (second?.count ?? 0) ? [first.region] : readings;
  }
  return readings;
}

interface Evidence {
  claims: Claims;
  hints: LevelHints;
  codes: string[];
  text: string;
  regions: Regions;
}

/** Which of several regions of one name is meant; all that are left. */
function settle(all: Region[], { claims, hints, codes, text, regions }: Evidence): Region[] {
  let readings = narrow(all, (it) => (levelFit(it, hints) ?? 0) >= fitting.page);
  for (const { readings: page } of [...claims.page, ...claims.superior, ...claims.documents]) {
    if (readings.length === 1) break;
    readings = narrow(readings, (it) =>
      page.some((other) => it === other || liesIn(it, other) || followed(it, other)),
    );
  }
  if (readings.length > 1) readings = narrow(readings, ({ code }) => codes.includes(code));
  return readings.length > 1 ? byWhatLiesAbove(readings, text, regions) : readings;
}

/**
 * The regions that the page, the documents that were made and, for a township, the county that leads it say, of the
 * level that the report speaks of.
 */
function ofPage({ claims, hints }: Evidence): Region[] {
  const isTown = /[镇乡道]/u.test(claims.unit ?? '') || claims.own.some(({ town }) => town);
  const superior = isTown ? claims.superior.filter(isOfCounty) : [];
  const named = [...claims.page, ...claims.documents, ...superior].filter(
    ({ readings }) => readings.length === 1,
  );
  const known = [...new Set(named.flatMap(({ readings }) => readings))];
  const most = Math.max(0, ...hints.values());
  // 全区 and 区委 are those of a district; an autonomous region says 自治区.
  const fits = (region: Region) =>
    /自治区$/u.test(region.name)
      ? claims.unit === '自治区'
      : claims.unit && !/[镇乡道]/u.test(claims.unit)
        ? unitOf(region) === claims.unit.at(-1)
        : most > 0 && (hints.get(unitOf(region)) ?? 0) >= most;
  return known.filter(fits);
}

const isOfCounty = ({ readings }: Claim) => readings.every(({ level }) => level === 'county');
const related = (a: Region, b: Region) => a === b || liesIn(a, b) || liesIn(b, a) || followed(a, b);

/** The region, where it is beyond doubt. */
function decide(evidence: Evidence): Region | undefined {
  const { claims, hints } = evidence;
  if (claims.masked) return undefined;
  const own = ownReadings(claims.own);
  if (own.readings.length === 0) {
    if (claims.own.some(({ readings }) => readings.length > 0)) return undefined;
    const [only, ...others] = ofPage(evidence);
    return others.length === 0 ? only : undefined;
  }
  const [only, ...others] = settle(own.readings, evidence);
  if (!only || others.length > 0) return undefined;
  if (own.sources > 1) return only;
  const fit = levelFit(only, hints);
  if (fit !== undefined && fit < fitting.own) return undefined;
  // A town that the list has once might be a namesake it does not have.
  const elsewhere = ({ readings }: Claim) => !readings.some((it) => related(it, only));
  const byTownAlone = claims.own.every(({ words, town }) => town === null || words === town);
  if (byTownAlone && claims.own.some(({ town }) => town) && claims.page.some(elsewhere))
    return undefined;
  return only;
}

function candidatesOf(claims: Claims, chosen: Region | undefined): RegionCandidate[] {
  const found = new Map<string, RegionCandidate>();
  for (const { readings, source, words } of [...claims.own, ...claims.page])
    for (const region of readings) {
      const candidate = found.get(region.code) ?? { region, evidence: [] };
      const said = `${source}：${words}`;
      if (!candidate.evidence.includes(said)) candidate.evidence.push(said);
      found.set(region.code, candidate);
    }
  const isFirst = ({ region }: RegionCandidate) => Number(region === chosen);
  return [...found.values()]
    .sort((a, b) => isFirst(b) - isFirst(a) || b.evidence.length - a.evidence.length)
    .slice(0, mostCandidates);
}

/** Finds the region of a report; total, whatever the text. */
export function detectRegion(source: RegionSource, regions: Regions): RegionDetection {
  const claims = readClaims(source, regions);
  const text = compact(fold(source.text));
  const codes = registeredIn(compact(fold(source.header ?? '')));
  const found = decide({ claims, hints: readLevelHints(text), codes, text, regions });
  const inTime = (region: Region) =>
    (source.year ? regions.inYear(region.code, source.year) : undefined) ?? region;
  return {
    region: found ? inTime(found) : null,
    town: claims.masked ? null : (claims.own.find(({ town }) => town)?.town ?? null),
    candidates: candidatesOf(claims, found),
  };
}
