/** What became of a region in time: former names, what it was made of, what took its place. */
import type { Region } from '../model/regions.ts';
import { regions } from './site.ts';

/** Another region; `known` when it has a page of its own. */
interface Other {
  code: string;
  name: string;
  known: boolean;
}

export interface RegionHistory {
  /** Names under the same code, oldest first, each with the year in which it ended. */
  formerNames: { name: string; until: number | undefined }[];
  /** Year in which it came to be, where that is known. */
  from: number | undefined;
  /** Year in which it was abolished. */
  until: number | undefined;
  /** Regions that were abolished and whose place it took, wholly or in part. */
  predecessors: Other[];
  successors: Other[];
}

/** The history of a region; undefined where nothing is known to have changed. @param known codes that have a page */
export function historyOf(code: string, known: ReadonlySet<string>): RegionHistory | undefined {
  const region = regions().regionByCode(code);
  if (!region) return undefined;
  const other = (it: Region): Other => ({
    code: it.code,
    name: it.name,
    known: known.has(it.code),
  });
  const history = {
    formerNames: region.formerNames.map(({ name, until }) => ({ name, until })),
    from: region.from,
    until: region.until,
    predecessors: regions().predecessorsOf(code).map(other),
    successors: region.successors.flatMap((next) => {
      const found = regions().regionByCode(next);
      return found && found !== region ? other(found) : [];
    }),
  };
  const { formerNames, from, until, predecessors } = history;
  return formerNames.length + predecessors.length > 0 || from || until ? history : undefined;
}
