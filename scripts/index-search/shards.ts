/** Which reports are indexed together. */
import { createHash } from 'node:crypto';

/** Largest number of reports in a shard. */
export const maxReports = 400;
/**
 * Share of the limit that the parts of a year of more reports hold at most: the first results wait for the newest of
 * them, which costs less when it is smaller.
 */
const partOfLimit = 5 / 8;

export interface ShardPlan {
  /** `2020`, `2016-2019` for several years, `2020_1` … where a year is split. */
  name: string;
  /** Newest first. */
  years: number[];
  /** Ids of its reports, sorted. */
  ids: string[];
}

/** A number that depends on nothing but the id, evenly spread. */
function spread(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

/** A year of too many reports is split by their ids, so that each stays in its shard while others come and go. */
function splitYear(year: number, ids: string[], limit: number): ShardPlan[] {
  const count = Math.ceil(ids.length / Math.ceil(limit * partOfLimit));
  const groups = Map.groupBy(ids, (id) => spread(id) % count);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([group, ids]) => ({ name: `${year}_${group + 1}`, years: [year], ids }));
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
    if (ids.length > limit) plans.push(...splitYear(year, ids, limit));
    else if (last && last.ids.length + ids.length <= limit) {
      last.years.unshift(year);
      last.ids = [...last.ids, ...ids].sort();
      last.name = `${last.years.at(-1)}-${year}`;
    } else plans.push({ name: `${year}`, years: [year], ids });
  }
  return plans.reverse();
}
