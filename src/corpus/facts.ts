/** The facts of all reports, gathered once per build: values by indicator, recomputed figures, cited documents. */
import {
  type CheckFact,
  type CitationFact,
  type DocumentKind,
  type IndicatorValue,
  valueRows,
} from '../model/facts.ts';
import { type PageOf, pagesOf } from '../model/paging.ts';
import { routes } from '../model/routes.ts';
import { allReports, type Report } from './reports.ts';
import { collection, indicatorDefinitions, once } from './site.ts';

/** A fact and the report it was read from. */
export type Of<Fact> = Fact & { report: Report };

/** A value with the number as printed, by which its sentence is found, and with its row (see {@link valueRows}). */
export type ReportedValue = Of<IndicatorValue> & { exact: string; row: string };
export type ReportedCheck = Of<CheckFact> & { exact: string };

/** A document under all its names, and where it is cited. */
export interface CitedDocument {
  slug: string;
  name: string;
  kind: DocumentKind;
  year: number | null;
  /** Numbers printed beside its name. */
  numbers: string[];
  /** Other spellings, as printed. */
  aliases: string[];
  citations: Of<CitationFact>[];
  /** Reports that cite it. */
  reports: number;
  /** Regions whose reports cite it. */
  regions: number;
}

export interface FactIndex {
  indicators: Map<string, ReportedValue[]>;
  checks: ReportedCheck[];
  /** The most cited first. */
  documents: Map<string, CitedDocument>;
}

/** Facts of all reports in the order of the corpus; a build reads them once. */
export const factIndex = once(build);

function build(): FactIndex {
  const indicators = new Map<string, ReportedValue[]>(
    indicatorDefinitions().map(({ slug }) => [slug, []]),
  );
  const checks: ReportedCheck[] = [];
  const cited = new Map<string, Of<CitationFact>[]>();
  for (const report of allReports()) {
    const facts = collection.readFacts(report.id);
    const exact = (at: number | null) => (at === null ? '' : (facts.quantities[at]?.exact ?? ''));
    for (const [value, row] of valueRows(facts.indicators))
      indicators.get(value.slug)?.push({ ...value, report, row, exact: exact(value.quantity) });
    for (const check of facts.checks)
      checks.push({ ...check, report, exact: exact(check.quantity) });
    for (const citation of facts.documents) {
      const entry = cited.get(citation.slug);
      if (entry) entry.push({ ...citation, report });
      else cited.set(citation.slug, [{ ...citation, report }]);
    }
  }
  const documents = [...cited.values()].map(describe);
  documents.sort(
    (a, b) =>
      b.reports - a.reports ||
      b.citations.length - a.citations.length ||
      (a.slug < b.slug ? -1 : 1),
  );
  return { indicators, checks, documents: new Map(documents.map((entry) => [entry.slug, entry])) };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function describe(citations: Of<CitationFact>[]): CitedDocument {
  const [first] = citations as [Of<CitationFact>];
  const { slug, canonical, kind } = first;
  return {
    slug,
    name: canonical,
    kind,
    year: citations.find(({ year }) => year !== null)?.year ?? null,
    numbers: distinct(citations.map(({ number }) => number)),
    aliases: distinct(citations.map(({ name }) => name)).filter((name) => name !== canonical),
    citations,
    reports: new Set(citations.map(({ report }) => report.id)).size,
    regions: new Set(citations.map(({ report }) => report.data.region.code)).size,
  };
}

/** Reports that one page of an indicator's table covers: newest first, the same ones for every indicator. */
const reportsPerPage = 250;

/** The pages of every indicator's table. */
export function indicatorPages(): PageOf<Report>[] {
  return pagesOf(allReports(), reportsPerPage, ({ data }) => data.year);
}

/** Values of each indicator by the id of the report that gives them; thousands of pages ask. */
export const valuesByReport = once(() => {
  const { indicators } = factIndex();
  return new Map(
    [...indicators].map(([slug, values]) => [slug, Map.groupBy(values, ({ report }) => report.id)]),
  );
});

const positions = once(() => new Map(allReports().map((each, index) => [each.id, index])));

/** Number of the page of every indicator's table that has the values of a report. */
export function tablePageOf(id: string): number {
  return Math.floor((positions().get(id) ?? 0) / reportsPerPage) + 1;
}

/** Id of the row of a value; without one, of the first that a report gives. */
export const rowId = (id: string, row?: string) => (row ? `${id}_${row}` : id);

/** Where the values of an indicator stand that a report gives: the first of its rows in the table, or one of them. */
export const valueAddress = (slug: string, id: string, tablePage: number, row?: string) =>
  `${routes.indicatorPage(slug, tablePage)}#${rowId(id, row)}`;

/** Recomputed figures on one page. */
const checksPerPage = 200;

/** Figures that agree are listed on the site where the corpus is small; they are always in the open data. */
const agreeingListed = 400;

/** The recomputed figures as they are listed. */
export interface ListedChecks {
  /** Those that can be looked into. */
  pages: PageOf<ReportedCheck>[];
  agreeing: ReportedCheck[];
  /** Whether those that agree are listed. */
  listed: boolean;
}

/** The recomputed figures of all reports; hundreds of pages ask, a build sorts them once. */
export const listedChecks = once((): ListedChecks => {
  const { checks } = factIndex();
  const open = checks.filter(({ verdict }) => verdict !== 'agrees');
  const agreeing = checks.filter(({ verdict }) => verdict === 'agrees');
  return {
    pages: pagesOf(open, checksPerPage, ({ report }) => report.data.year),
    agreeing,
    listed: agreeing.length <= agreeingListed,
  };
});

/** Most documents that all have pages of their own; in a larger corpus those cited in one region alone go without. */
const pagesForAll = 2000;

/** Whether a document has a page. */
export function hasPage(documents: FactIndex['documents'], document: CitedDocument): boolean {
  return documents.size <= pagesForAll || document.regions > 1 || !document.slug.startsWith('d-');
}

/** Slugs of the documents a report cites that have pages. */
export function documentPagesOf(id: string): string[] {
  const { documents } = factIndex();
  const slugs = new Set(collection.readFacts(id).documents.map(({ slug }) => slug));
  return [...slugs].filter((slug) => {
    const document = documents.get(slug);
    return document !== undefined && hasPage(documents, document);
  });
}
