/** How a value stands among those of its peers: governments of the same level, in the same year. */
import type { IndicatorValue } from '../model/facts.ts';
import { levelOfCode } from '../model/region-level.ts';
import { factIndex, type ReportedValue } from './facts.ts';
import { regionPath } from './places.ts';
import type { Report } from './reports.ts';
import { collection, once } from './site.ts';

/** The values of an indicator among peers, the report's own left out. */
export interface PeerRange {
  /** Whose they are: 浙江省县级, 各地县级. */
  who: string;
  /** Number of other reports. */
  count: number;
  low: number;
  high: number;
}

/** Ranges by what is counted, see {@link wayOf}. */
export type PeerRanges = Record<string, PeerRange>;

/** Fewest others that a range is told of. */
const fewest = 2;
/** Fewest others of the same province; with fewer the whole country is looked at. */
const fewestInProvince = 5;

const levelWords = { province: '省级', prefecture: '地市级', county: '县级' } as const;

/** What is counted in one way; values that are counted in another make no range with it. */
export const wayOf = ({
  slug,
  unit,
  scope,
  aspect,
}: Pick<IndicatorValue, 'slug' | 'unit' | 'scope' | 'aspect'>) =>
  [slug, unit, scope, aspect].join(' ');

/** Keys of the peers of a report: those of its province and level, of its level, and of any level. */
function groupsOf({ data: { kind, year, region } }: Report): [string, string, string] {
  const all = `${kind} ${year}`;
  const country = `${all} ${levelOfCode(region.code)}`;
  return [`${country} ${region.code.slice(0, 2)}`, country, all];
}

/** The first certain value of each report by what is counted and by group of peers, in the order of values. */
const groups = once(() => {
  const found = new Map<string, ReportedValue[]>();
  for (const values of factIndex().indicators.values()) {
    const seen = new Set<string>();
    for (const value of values) {
      const own = `${value.report.id} ${wayOf(value)}`;
      if (value.status === 'uncertain' || seen.has(own)) continue;
      seen.add(own);
      for (const group of groupsOf(value.report)) {
        const key = `${wayOf(value)} ${group}`;
        const list = found.get(key);
        if (list) list.push(value);
        else found.set(key, [value]);
      }
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.value - b.value);
  return found;
});

/** Ranges among the peers of a government's report, for each of its values that has enough of them. */
export function peersOf(report: Report): PeerRanges {
  const { region, kind } = report.data;
  if (kind !== 'government') return {};
  const level = levelWords[levelOfCode(region.code)];
  const [near, far, all] = groupsOf(report);
  const ranges: PeerRanges = {};
  const values = collection.readFacts(report.id).indicators;
  const certain = new Set(values.filter(({ status }) => status !== 'uncertain').map(wayOf));
  for (const way of new Set(values.map(wayOf))) {
    const rangeIn = (group: string, who: string, least: number): PeerRange | undefined => {
      const inGroup = groups().get(`${way} ${group}`) ?? [];
      const isOther = (other: ReportedValue) => other.report.id !== report.id;
      const low = inGroup.find(isOther)?.value;
      const high = inGroup.findLast(isOther)?.value;
      const count = inGroup.length - Number(certain.has(way));
      if (low === undefined || high === undefined || count < least) return undefined;
      return { who, count, low, high };
    };
    const province = regionPath(region)[0]?.name ?? '';
    const range =
      rangeIn(near, `${province}${level}`, fewestInProvince) ??
      rangeIn(far, `各地${level}`, fewest) ??
      // A share does not grow with the region.
      (way.includes(' % ') ? rangeIn(all, '各地', fewest) : undefined);
    if (range) ranges[way] = range;
  }
  return ranges;
}
