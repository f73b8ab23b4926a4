/** A search from what was typed to what is shown: the one thing the search page calls. */
import type { ShardEntry } from './catalogue.ts';
import { titleId } from './document.ts';
import { choiceOf, evaluate, type Hit, narrow } from './evaluate.ts';
import { type Choice, countFacets, type FacetCounts, FacetValues } from './facets.ts';
import { Library } from './library.ts';
import { evaluateNear } from './near.ts';
import type { IndexLocation } from './pagefind.ts';
import { parseQuery, type Query, resolverOf, type Term } from './query.ts';
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
}

export interface Outcome {
  query: Query;
  /** The facets chosen, those typed in the query included. */
  choice: Choice;
  exact: Tier;
  facets: FacetCounts;
  /** Sections that answer when no facet narrows. */
  unnarrowed: number;
  /** Years that have been looked through; more are to come while `complete` is false. */
  years: number[];
  complete: boolean;
}

export class Search {
  readonly library: Library;
  readonly values: FacetValues;

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

  /**
   * Which shards to open one after another: the newest, then those of the chosen years, then all, because the
   * numbers beside the other years need them. Steps that are open already are passed over.
   */
  #steps({ year: years }: Choice): ShardEntry[][] {
    const { shards } = this.library.manifest;
    const chosen = shards.filter(
      (shard) => !years?.length || shard.years.some((year) => years.includes(String(year))),
    );
    const steps = [chosen.slice(0, 1), chosen].filter(
      (step, i) => step.length > (i && 1) && step.length < shards.length,
    );
    const closed = steps.filter((step) => !this.library.isOpen(step.map(({ name }) => name)));
    return [...closed, shards];
  }

  /**
   * Answers a query: first from the newest shard, then from all. Yields an outcome after each step.
   * @throws when a shard cannot be loaded.
   */
  async *run({ text, choice: wanted, order }: Request): AsyncGenerator<Outcome> {
    const query = await this.parse(text);
    const choice = choiceOf(query, wanted);
    const steps = this.#steps(choice);
    for (const step of steps) {
      const start = performance.now();
      await this.library.openShards(step.map(({ name }) => name));
      const hits = await evaluate(this.library, query.terms);
      const outcome: Outcome = {
        query,
        choice,
        exact: tierOf(narrow(hits, choice), query.terms, order),
        facets: countFacets(hits.filter(isSection), choice),
        unnarrowed: hits.filter(isSection).length,
        years: [...new Set(step.flatMap(({ years }) => years))],
        complete: step === steps.at(-1),
      };
      // For measurements: what every step took, fetching included.
      performance.measure('search', { start });
      yield outcome;
    }
  }

  /** The words of the query one by one; undefined for a single one. */
  relatedTerms({ terms }: Query): Term[] | undefined {
    return relatedTerms(terms, this.library.terms);
  }

  /** Sections near which all words of the query stand, but not as it was typed. None for a single word. */
  async related(query: Query, choice: Choice, order: Order): Promise<Tier> {
    const terms = this.relatedTerms(query);
    if (!terms) return tierOf([], [], order);
    const [wide, exact] = await Promise.all([
      evaluateNear(this.library, terms),
      evaluate(this.library, query.terms),
    ]);
    const known = new Set(exact.map(({ passage }) => passage));
    const others = wide.filter((hit) => isSection(hit) && !known.has(hit.passage));
    return tierOf(narrow(others, choice), terms, order);
  }

  /** Number of sections that answer other terms under a choice of facets. */
  async count(terms: Term[], choice: Choice): Promise<number> {
    const hits = await evaluate(this.library, terms);
    return narrow(hits, choice).filter(isSection).length;
  }
}

const isSection = ({ passage }: Hit) => passage.id !== titleId;

function tierOf(hits: Hit[], terms: Term[], order: Order): Tier {
  const lengths = terms.filter(({ exclude }) => !exclude).map(({ folded }) => folded.length);
  const sections = hits.filter(isSection);
  return {
    groups: rank(hits, lengths, order),
    sections: sections.length,
    reports: new Set(sections.map(({ report }) => report)).size,
    titles: hits.length - sections.length,
  };
}
