import type { PeerRanges } from '../../corpus/peers.ts';
import type { ReportFacts } from '../../model/facts.ts';
import { walkOutline } from '../../model/outline.ts';
import type { EditorNote, ReportData, Section } from '../../model/report.ts';
import { standsAlone } from '../../model/section-styles.ts';
import type { Theme } from '../../model/themes.ts';

/** What the components of a report's body look up by section id. */
export interface BodyContext {
  /** Id of the report. */
  report: string;
  /** Title that the head of the page shows. */
  title: string;
  sections: Map<string, Section>;
  /** Slugs of the documents that have pages. */
  documents: ReadonlySet<string>;
  /** Page of the tables of indicators that has the values of this report. */
  tablePage: number;
  facts: ReportFacts;
  peers: PeerRanges;
  notes: readonly EditorNote[];
  /** What is said beside the plan for the next year: its report, or that it is not held. */
  next: { words: string; href: string };
  /** Sections with which the plan for the next year begins. */
  plans: Set<string>;
  /** Themes to show beside a section: those it does not share with the section that holds it. */
  themes: Map<string, Theme[]>;
}

/** Prepares the context of one report. */
export function bodyContext(
  report: ReportData,
  themes: Theme[],
  {
    documents,
    ...given
  }: Pick<BodyContext, 'tablePage' | 'facts' | 'peers' | 'notes' | 'next'> & {
    documents: readonly string[];
  },
): BodyContext {
  const bySlug = new Map(themes.map((theme) => [theme.slug, theme]));
  const context: BodyContext = {
    report: report.id,
    title: report.title,
    documents: new Set(documents),
    ...given,
    sections: new Map(),
    plans: new Set(),
    themes: new Map(),
  };
  for (const { entry, ancestors } of walkOutline(report.sections)) {
    const above = ancestors.at(-1)?.themes ?? [];
    context.sections.set(entry.id, entry);
    if (entry.part === 'plan' && ancestors.at(-1)?.part !== 'plan') context.plans.add(entry.id);
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
