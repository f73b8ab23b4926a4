import { walkOutline } from '../../model/outline.ts';
import type { ReportData, Section } from '../../model/report.ts';
import { standsAlone } from '../../model/section-styles.ts';
import type { Theme } from '../../model/themes.ts';

/** What the components of a report's body look up by section id. */
export interface BodyContext {
  /** Id of the report. */
  report: string;
  sections: Map<string, Section>;
  /** Slugs of the documents that have pages. */
  documents: ReadonlySet<string>;
  /** Page of the tables of indicators that has the values of this report. */
  tablePage: number;
  /** Themes to show beside a section: those it does not share with the section that holds it. */
  themes: Map<string, Theme[]>;
}

/** Prepares the context of one report. */
export function bodyContext(
  report: ReportData,
  themes: Theme[],
  { documents, tablePage }: { documents: readonly string[]; tablePage: number },
): BodyContext {
  const bySlug = new Map(themes.map((theme) => [theme.slug, theme]));
  const context: BodyContext = {
    report: report.id,
    documents: new Set(documents),
    tablePage,
    sections: new Map(),
    themes: new Map(),
  };
  for (const { entry, ancestors } of walkOutline(report.sections)) {
    const above = ancestors.at(-1)?.themes ?? [];
    context.sections.set(entry.id, entry);
    context.themes.set(
      entry.id,
      entry.themes
        .filter((slug) => !above.includes(slug))
        .flatMap((slug) => bySlug.get(slug) ?? []),
    );
  }
  return context;
}

/** A section without a heading of its own: its first paragraph stands for it. */
export function isHeadless(entry: Section | undefined): boolean {
  return entry !== undefined && !entry.editorial && !standsAlone(entry);
}
