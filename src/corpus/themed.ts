/** What every report says about every theme and in every part, and how much: for themes, parts and the matrix. */

import { parts } from '../model/genre.ts';
import { type ThemeHit, themeHits, walkOutline } from '../model/outline.ts';
import type { Part, ReportData, Section } from '../model/report.ts';
import { allReports, type Report } from './reports.ts';
import { collection, once, vocabulary } from './site.ts';

/** The sections of one report that were asked for. */
export interface ReportSections {
  report: Report;
  /** That of the report: all there is in it comes from there. */
  digest: string;
  /** Whole sections where a page shows their texts ({@link partsShown}), else as much of them as lists show. */
  hits: ThemeHit<Section>[];
}

/** How much a report says about each theme. */
export interface ReportShare {
  report: Report;
  /** That of the report. */
  digest: string;
  /** Characters of sections that bear each theme, in the order of the vocabulary. */
  characters: number[];
  /** First section that bears each theme, where there is one. */
  sections: (string | undefined)[];
}

interface Index {
  themes: Map<string, ReportSections[]>;
  parts: Map<Part, ReportSections[]>;
  shares: ReportShare[];
}
/** Many pages ask; a build reads every report once. */
const read = once(build);

/** Reports that speak of a theme with their sections, in the order of the corpus. */
export const reportsOfTheme = (theme: string) => read().themes.get(theme) ?? [];

/** Reports that have a part with the topmost sections of it, in the order of the corpus. */
export const reportsOfPart = (part: Part) => read().parts.get(part) ?? [];

/** The shares of all reports, in the order of the corpus. */
export const reportShares = () => read().shares;

/** Characters of a section with all below it, white space not counted. */
export function charactersOf(section: Section): number {
  const own = (section.editorial ? '' : (section.heading ?? '')) + section.text;
  return section.children.reduce(
    (sum, child) => sum + charactersOf(child),
    own.replace(/\s/g, '').length,
  );
}

/** Whole percents of a text; what is there at all is never 0. */
export const percentOf = (characters: number, whole: number) =>
  characters === 0 ? 0 : Math.max(1, Math.round((100 * characters) / Math.max(1, whole)));

/** Parts short enough to be read across reports; of the others, headings are listed. */
export const partsShown: readonly Part[] = ['problems', 'plan'];

/** Most characters by which a list shows a section without a heading, and one more to tell that there are more. */
const mostListed = 61;

/** A section without its children and texts, so that memory does not grow with these. */
const listed = (section: Section): Section => ({
  ...section,
  text: section.heading === null ? section.text.slice(0, mostListed) : '',
  children: [],
});

const listedHit = ({ entry, ancestors, inner }: ThemeHit<Section>): ThemeHit<Section> => ({
  entry: listed(entry),
  ancestors: ancestors.map(listed),
  inner: inner.map(listed),
});

/** The topmost sections of a part. */
export function partHits(
  { sections }: Pick<ReportData, 'sections'>,
  part: Part,
): ThemeHit<Section>[] {
  return [...walkOutline(sections)]
    .filter(({ entry, ancestors }) => entry.part === part && ancestors.at(-1)?.part !== part)
    .map(({ entry, ancestors }) => ({ entry, ancestors, inner: [] }));
}

function build(): Index {
  const { themes } = vocabulary();
  const byTheme = new Map<string, ReportSections[]>(themes.map(({ slug }) => [slug, []]));
  const byPart = new Map<Part, ReportSections[]>(parts.map((part) => [part, []]));
  const shares: ReportShare[] = [];
  for (const report of allReports()) {
    const { digest } = report;
    const data = collection.readData(report.id);
    const share: ReportShare = { report, digest, characters: [], sections: [] };
    for (const [slug, reports] of byTheme) {
      const hits = themeHits(data.sections, slug);
      if (hits.length > 0) reports.push({ report, digest, hits: hits.map(listedHit) });
      share.characters.push(hits.reduce((sum, { entry }) => sum + charactersOf(entry), 0));
      share.sections.push(hits[0]?.entry.id);
    }
    for (const [part, reports] of byPart) {
      const hits = partHits(data, part);
      if (hits.length > 0)
        reports.push({
          report,
          digest,
          hits: partsShown.includes(part) ? hits : hits.map(listedHit),
        });
    }
    shares.push(share);
  }
  return { themes: byTheme, parts: byPart, shares };
}
