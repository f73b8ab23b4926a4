/** Counts of what was looked for and what was found. */

/** What was labelled, and what the program said: right, wrong (or said of nothing), or nothing at all. */
export interface Tally {
  labelled: number;
  right: number;
  wrong: number;
  missing: number;
}

/** Tallies by the name of what was counted: `metadata.title`. */
export type Tallies = Record<string, Tally>;

/** Counts under names, and keeps remarks where somebody may read them. */
export class Counter {
  readonly tallies: Tallies = {};
  /** What was missed or wrong. */
  readonly remarks: string[] = [];
  /** What was right, in the same form. */
  readonly rights: string[] = [];
  readonly #text: string;

  /** @param text name of the text that is measured, for remarks */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Counts one answer under several names. `wrong` of something labelled is counted as labelled too, `invented` is
   * not: there no label asks for anything.
   */
  count(
    names: readonly string[],
    answer: 'right' | 'wrong' | 'missing' | 'invented',
    remark?: string,
  ): void {
    for (const name of names) {
      this.tallies[name] ??= { labelled: 0, right: 0, wrong: 0, missing: 0 };
      const tally = this.tallies[name];
      if (answer !== 'invented') tally.labelled++;
      tally[answer === 'invented' ? 'wrong' : answer]++;
    }
    if (remark === undefined) return;
    const list = answer === 'right' ? this.rights : this.remarks;
    list.push(`${this.#text} ${names[0]} ${answer}: ${remark}`);
  }
}

/** Adds tallies up, name by name; names stay in the order they were first counted in. */
export function addTallies(all: readonly Tallies[]): Tallies {
  const sum: Tallies = {};
  for (const [name, tally] of all.flatMap(Object.entries) as [string, Tally][]) {
    const { labelled, right, wrong, missing } = sum[name] ?? zero;
    sum[name] = {
      labelled: labelled + tally.labelled,
      right: right + tally.right,
      wrong: wrong + tally.wrong,
      missing: missing + tally.missing,
    };
  }
  return sum;
}

const zero: Tally = { labelled: 0, right: 0, wrong: 0, missing: 0 };
