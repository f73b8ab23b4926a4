/** Which reports are indexed together. */
import { createHash } from 'node:crypto';

/** Largest number of reports in a shard. */
export const maxReports = 400;
/**
 * Share of the limit that the parts of a year of more reports hold at most: the first results wait for the newest of
 * them, which costs less when it is smaller.
 */
const partOfLimit = 4 / 5;

export interface ShardPlan {
  /** `2020`, `2016-2019` for several years, `2020_0`, `2020_10` … where a year is split. */
  name: string;
  /** Newest first. */
  years: number[];
  /** Ids of its reports, sorted. */
  ids: string[];
}

/** Bits that depend on nothing but the id, evenly spread. */
function spread(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

/**
 * Splits a year of too many reports in two by a bit of their ids, and each half again by the next: a report that comes
 * or goes changes its own shard, and no more than splits it or joins it with its sibling.
 */
function splitYear(year: number, ids: string[], limit: number, bits = ''): ShardPlan[] {
  if (ids.length <= limit || bits.length === 32)
    return ids.length > 0 ? [{ name: `${year}_${bits}`, years: [year], ids }] : [];
  return [0, 1].flatMap((bit) => {
    const half = ids.filter((id) => ((spread(id) >>> bits.length) & 1) === bit);
    return splitYear(year, half, limit, `${bits}${bit}`);
  });
}

/**
 * Divides reports into shards, newest first. Neighbouring years share a shard up to the limit, because a query
 * costs something for each shard; they are packed from the oldest on, because the newest change most.
 */
export function planShards(
  reports: { id: string; year: number }[],
  limit: number = maxReports,
): ShardPlan[] {
  const years = Map.groupBy(reports, ({ year }) => year);
  const plans: ShardPlan[] = [];
  for (const [year, members] of [...years].sort(([a], [b]) => a - b)) {
    const ids = members.map(({ id }) => id).sort();
    const last = plans.at(-1);
    if (ids.length > limit)
      plans.push(...splitYear(year, ids, Math.max(1, Math.floor(limit * partOfLimit))));
    else if (last && last.ids.length + ids.length <= limit) {
      last.years.unshift(year);
      last.ids = [...last.ids, ...ids].sort();
      last.name = `${last.years.at(-1)}-${year}`;
    } else plans.push({ name: `${year}`, years: [year], ids });
  }
  return plans.reverse();
}
