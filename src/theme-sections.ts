/** Which sections of which reports bear a theme: what theme pages list. */
import { readReportData } from './collection.ts';
import type { Section } from './model/report.ts';
import { type ThemeHit, themeHits } from './outline.ts';
import { allReports, type Report } from './reports.ts';
import { vocabulary } from './vocabulary.ts';

/** The sections of one report that bear a theme. */
export interface ThemedReport {
  report: Report;
  hits: ThemeHit<Section>[];
}

let index: Promise<Map<string, ThemedReport[]>> | undefined;

/** The reports that speak of a theme, in the order of the corpus, with their sections. */
export async function themeSections(theme: string): Promise<ThemedReport[]> {
  // Twelve theme pages read every report; a build reads each of them once.
  if (!index || !import.meta.env.PROD) index = build();
  return (await index).get(theme) ?? [];
}

async function build(): Promise<Map<string, ThemedReport[]>> {
  const { themes } = vocabulary();
  const themed = new Map<string, ThemedReport[]>(themes.map(({ slug }) => [slug, []]));
  for (const report of await allReports()) {
    const { sections } = readReportData(report.id);
    for (const [slug, reports] of themed) {
      const hits = themeHits(sections, slug);
      if (hits.length > 0) reports.push({ report, hits });
    }
  }
  return themed;
}
