import type { Outcome, Request, Search } from '../../search/search.ts';

/** What is being shown, and whether it still is what was asked for last. */
export interface Showing {
  search: Search;
  request: Request;
  outcome: Outcome;
  isCurrent(): boolean;
  /** Asks again. */
  retry(): void;
}
