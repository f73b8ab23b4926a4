/** A search from what was typed to what is shown: the one thing the search page calls. */
import type { ShardEntry } from './catalogue.ts';
import { titleId } from './document.ts';
import { evaluate, type Hit, narrow } from './evaluate.ts';
import {
  type Choice,
  type Conditions,
  countFacets,
  type FacetCounts,
  FacetValues,
} from './facets.ts';
import type { Finder } from './finder.ts';
import { type IndexLocation, Library } from './library.ts';
import { evaluateNear } from './near.ts';
import { conditionsOf, parseQuery, type Query, resolverOf, type Term } from './query.ts';
import { type Group, type Order, rank } from './rank.ts';
import { relatedTerms } from './related.ts';
import { variantsFor } from './variants.ts';

export interface Request {
  text: string;
  choice: Choice;
  order: Order;
}

/** Sections that answer, in the order asked for. */
export interface Tier {
  groups: Group[];
  /** Sections, titles not counted. */
  sections: number;
  /** Reports that have such a section. */
  reports: number;
  /** Titles that answer. */
  titles: number;
  /** Years of which a part could not be searched, newest first: nothing is known of what it holds. */
  missing: number[];
}

/** Nothing could be searched. */
export class IndexUnavailable extends Error {
  /** Years that were asked. */
  readonly years: number[];
  constructor(years: number[], cause: unknown) {
    super('no part of the index can be had', { cause });
    this.years = years;
  }
}

/** The site has another index by now: the search is to be opened anew, and nothing of this one to be kept. */
export class IndexReplaced extends Error {}

/** What some shards answered. */
interface Answer {
  hits: Hit[];
  /** Shards that could not be searched. */
  missing: ShardEntry[];
  fault: unknown;
}

export interface Outcome {
  query: Query;
  /** What narrows it: the facets chosen, and the filters typed in the query. */
  conditions: Conditions;
  exact: Tier;
  facets: FacetCounts;
  /** Sections that answer when no facet narrows. */
  unnarrowed: number;
  /** Years that this search has not looked through to the end: the numbers beside them are not known. */
  unsearched: string[];
  /** Years that have been looked through; more are to come while `complete` is false. */
  years: number[];
  complete: boolean;
}

/** How many times more shards each step looks through than the one before. */
const growth = 4;

export class Search {
  readonly library: Library;
  readonly values: FacetValues;
  /** The query answered last: what it needs of the index is at hand. */
  #answered = '';

  private constructor(library: Library) {
    this.library = library;
    this.values = new FacetValues(library.manifest);
  }

  /** @throws when the index cannot be loaded. */
  static async open(location: IndexLocation): Promise<Search> {
    return new Search(await Library.open(location));
  }

  /** Understands a query without answering it. */
  async parse(text: string): Promise<Query> {
    return parseQuery(text, await variantsFor(text), resolverOf(this.values));
  }

  /** Shards that hold a report of the chosen years, newest first; all where no year is chosen. */
  #shardsOf({ chosen: { year: years } }: Conditions): ShardEntry[] {
    return this.library.manifest.shards.filter(
      (shard) => !years?.length || shard.years.some((year) => years.includes(String(year))),
    );
  }

  #isOpen(shards: ShardEntry[]): boolean {
    return this.library.isOpen(shards.map(({ name }) => name));
  }

  /**
   * Asks some shards, each by itself: one that cannot be searched takes nothing from what the others answer.
   * @throws {IndexReplaced} when one is missing because the site has another index by now.
   */
  async #answer(
    shards: ShardEntry[],
    answerFrom: (finder: Finder) => Promise<Hit[]>,
  ): Promise<Answer> {
    const asked = await Promise.allSettled(
      shards.map(async (shard) => answerFrom(await this.library.open(shard))),
    );
    const missing = shards.filter((_, at) => asked[at]?.status === 'rejected');
    if (missing.length && (await this.library.isOutdated())) throw new IndexReplaced();
    return {
      hits: asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : [])),
      missing,
      fault: asked.find((each) => each.status === 'rejected')?.reason,
    };
  }

  /** Whether the site has another index by now; false where that cannot be told. */
  isOutdated(): Promise<boolean> {
    return this.library.isOutdated();
  }

  /** Ever more of some shards, the newest first, up to all of them; at once for the query that was asked last. */
  #steps(shards: ShardEntry[], text: string): ShardEntry[][] {
    if (text === this.#answered && this.#isOpen(shards)) return [shards];
    const sizes = [1, growth, growth ** 2].filter((size) => size < shards.length);
    return [...sizes.map((size) => shards.slice(0, size)), shards];
  }

  /**
   * Answers a query: first from the newest shard, then from more and more. A choice of years opens the shards of
   * these years only, unless they hold nothing. Yields an outcome after each step.
   * @throws {IndexUnavailable} when no shard can be searched.
   * @throws {IndexReplaced} when the site has another index by now.
   */
  async *run({ text, choice: wanted, order }: Request): AsyncGenerator<Outcome> {
    const query = await this.parse(text);
    const conditions = conditionsOf(query, wanted);
    const all = this.library.manifest.shards;
    const steps = this.#steps(this.#shardsOf(conditions), text);
    for (let step = steps.shift(); step; step = steps.shift()) {
      const start = performance.now();
      const { hits, missing, fault } = await this.#answer(step, (finder) =>
        evaluate(finder, query.terms),
      );
      if (step.length && missing.length === step.length) {
        if (steps.length) continue;
        throw new IndexUnavailable(yearsOf(step), fault);
      }
      const exact = tierOf(narrow(hits, conditions), query.terms, order, missing);
      // What other years hold says what may be done about an empty result.
      if (!steps.length && !exact.groups.length && query.terms.length && step.length < all.length)
        steps.push(all);
      const outcome: Outcome = {
        query,
        conditions,
        exact,
        facets: countFacets(hits.filter(isSection), conditions),
        unnarrowed: hits.filter(isSection).length,
        years: yearsOf(step),
        unsearched: yearsOf(
          all.filter((shard) => !step.includes(shard) || missing.includes(shard)),
        ).map(String),
        complete: !steps.length,
      };
      // For measurements: what every step took, fetching included.
      performance.measure('search', { start });
      if (outcome.complete && !missing.length) this.#answered = text;
      yield outcome;
    }
  }

  /** The words of the query one by one; undefined for a single one. */
  relatedTerms({ terms }: Query): Term[] | undefined {
    return relatedTerms(terms, this.library.terms);
  }

  /**
   * Sections near which all words of the query stand, but not as it was typed. None for a single word.
   * @throws as {@link run}.
   */
  async related(query: Query, conditions: Conditions, order: Order): Promise<Tier> {
    const terms = this.relatedTerms(query);
    if (!terms) return tierOf([], [], order);
    const shards = this.#shardsOf(conditions);
    const { hits, missing, fault } = await this.#answer(shards, async (finder) => {
      const [wide, exact] = await Promise.all([
        evaluateNear(finder, terms),
        evaluate(finder, query.terms),
      ]);
      const known = new Set(exact.map(({ passage }) => passage));
      return wide.filter((hit) => isSection(hit) && !known.has(hit.passage));
    });
    if (shards.length && missing.length === shards.length)
      throw new IndexUnavailable(yearsOf(shards), fault);
    return tierOf(narrow(hits, conditions), terms, order, missing);
  }

  /**
   * Number of sections that answer another query under the facets chosen.
   * @throws when it cannot be known, because a part of the index is missing.
   */
  async count(query: Query, choice: Choice): Promise<number> {
    const conditions = conditionsOf(query, choice);
    const { hits, missing, fault } = await this.#answer(this.#shardsOf(conditions), (finder) =>
      evaluate(finder, query.terms),
    );
    if (missing.length) throw new IndexUnavailable(yearsOf(missing), fault);
    return narrow(hits, conditions).filter(isSection).length;
  }
}

const yearsOf = (shards: ShardEntry[]) => [...new Set(shards.flatMap(({ years }) => years))];

const isSection = ({ passage }: Hit) => passage.id !== titleId;

function tierOf(hits: Hit[], terms: Term[], order: Order, missing: ShardEntry[] = []): Tier {
  const lengths = terms.filter(({ exclude }) => !exclude).map(({ folded }) => folded.length);
  const sections = hits.filter(isSection);
  return {
    groups: rank(hits, lengths, order),
    sections: sections.length,
    reports: new Set(sections.map(({ report }) => report)).size,
    titles: hits.length - sections.length,
    missing: yearsOf(missing),
  };
}
