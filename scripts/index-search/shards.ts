/** Which reports are indexed together. */
import { createHash } from 'node:crypto';

/** Largest number of reports in a shard; more of one year are split. */
export const maxReports = 400;

export interface ShardPlan {
  /** `2020`, or `2020-1` … where a year is split. */
  name: string;
  year: number;
  /** Ids of its reports, sorted. */
  ids: string[];
}

/** A number that depends on nothing but the id, evenly spread. */
function spread(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

/**
 * Divides reports into shards by year, newest first, and years of many reports by their ids, so that a
 * report stays in its shard while others come and go.
 */
export function planShards(
  reports: { id: string; year: number }[],
  limit: number = maxReports,
): ShardPlan[] {
  const years = Map.groupBy(reports, ({ year }) => year);
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, members]) => {
      const count = Math.ceil(members.length / limit);
      const groups = Map.groupBy(members, ({ id }) => spread(id) % count);
      return [...groups]
        .sort(([a], [b]) => a - b)
        .map(([group, shard]) => ({
          name: count === 1 ? `${year}` : `${year}-${group + 1}`,
          year,
          ids: shard.map(({ id }) => id).sort(),
        }));
    });
}
