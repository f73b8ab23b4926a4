/**
 * The shape of a converted report: frontmatter of the generated MDX and open data
 * are all described here and nowhere else.
 */
import { z } from 'zod';
import { parts } from './genre.ts';
import { reportIdPattern } from './report-id.ts';
import { type SectionStyle, styleLetters } from './section-styles.ts';

/** Style of a printed section number, see {@link styleLetters}. */
const sectionStyle = z.enum(styleLetters);

/** Part of a report. */
export const part = z.enum(parts);
export type Part = z.infer<typeof part>;

/** Kind of the body whose work is reported. */
export const kinds = ['government', 'department', 'township', 'other'] as const;
export const kind = z.enum(kinds);
export type Kind = z.infer<typeof kind>;

/** Why a section has a theme. */
export const themeEvidence = z.strictObject({
  /** Slug of `themes.yaml`. */
  theme: z.string(),
  /** What decided: the section's own heading, its text, the sections below, the one above, or an editor. */
  from: z.enum(['heading', 'text', 'below', 'above', 'editor']),
  /** The words of `themes.yaml` that were found, in Simplified characters. */
  words: z.array(z.string()),
});
export type ThemeEvidence = z.infer<typeof themeEvidence>;

/** A section with its text: what the open data publishes. A numbered section, a point, or an unnumbered passage. */
export interface Section {
  /** Address of the section within its report, e.g. `s1-k7-i3`. */
  id: string;
  style: SectionStyle;
  /** The printed number; for `p` the ordinal among its siblings. */
  number: number;
  /** The number was lost in the source and concluded from its neighbours. */
  inferred: boolean;
  /** The heading was given by an editor, it is not part of the official text. */
  editorial: boolean;
  /** Heading without its number and its stop; null where the source prints none. */
  heading: string | null;
  /** The number as printed, with its separator: `(一)`; empty for `p`. */
  marker: string;
  /** The heading as printed, with its stop; null where the source prints none. */
  printedHeading: string | null;
  part: Part;
  /** Theme slugs of `themes.yaml`, most important first. */
  themes: string[];
  /** Why, in the same order; left out where there are none. */
  themeEvidence?: ThemeEvidence[] | undefined;
  /** The section's own text, without its heading and its children; paragraphs are separated by a line feed. */
  text: string;
  children: Section[];
}

export const section: z.ZodType<Section> = z.strictObject({
  id: z.string(),
  style: sectionStyle,
  number: z.number().int().nonnegative(),
  inferred: z.boolean(),
  editorial: z.boolean(),
  heading: z.string().nullable(),
  marker: z.string(),
  printedHeading: z.string().nullable(),
  part,
  themes: z.array(z.string()),
  themeEvidence: z.array(themeEvidence).optional(),
  text: z.string(),
  get children() {
    return z.array(section);
  },
});

/** A calendar date, or a month or year where the source says no more: `2021-02-26`, `2021-01`, `2021`. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** Fields of the metadata that say where they were read. */
export const evidencedFields = [
  'issuers',
  'addressee',
  'publisher',
  'published',
  'signed',
] as const;
export type EvidencedField = (typeof evidencedFields)[number];

/** Where a field of the metadata was read. */
const readFrom = z.strictObject({
  /** What names it there: the label as the page prints it (发布时间), or the place: 落款, 题注, 题名; null where nothing does. */
  label: z.string().nullable(),
  /** Line of the source file; null where it stands in none of them: in `report.yaml`, or in the code of the page. */
  line: z.number().int().positive().nullable(),
});
export type ReadFrom = z.infer<typeof readFrom>;

const metadataFields = {
  /** Report id, see {@link reportIdPattern}. */
  id: z.string().regex(reportIdPattern),
  /** Title as printed, or as an editor or the converter composed it (see `titleOrigin`). */
  title: z.string().min(1),
  /** Bodies whose work is reported in one line, see `issuers`; null where the source does not tell. */
  issuer: z.string().nullable(),
  /** Bodies whose work is reported: several where party and government report together. */
  issuers: z.array(z.string()),
  /** Body the report is addressed to, as printed. */
  addressee: z.string().nullable(),
  /** Office or site that published the report, where it is none of the issuers. */
  publisher: z.string().nullable(),
  kind,
  region: z.strictObject({
    /** GB/T 2260 code, six digits. */
    code: z.string().regex(/^\d{6}$/),
    /** Full official name of the region itself. */
    name: z.string(),
    /** Full names from the province down to the region itself. */
    path: z.array(z.string()).min(1),
  }),
  /** Name of the township or street that reports; null where it is none. */
  town: z.string().nullable(),
  year: z.number().int().min(1949).max(2100),
  /** Day of publication as the page tells it; see `evidence` for the label. Never a day of signature. */
  published: partialDate.nullable(),
  /** Day the report was signed or written (落款, 成文日期), which says nothing of its publication. */
  signed: partialDate.nullable(),
  /** Where the fields that may be mistaken for others were read. */
  evidence: z.partialRecord(z.enum(evidencedFields), readFrom),
  /** 文号 of the report itself. */
  documentNumber: z.string().nullable(),
  /** 索引号 of the publication. */
  indexNumber: z.string().nullable(),
  /** 来源 as the page names it. */
  source: z.string().nullable(),
  /** Address the report was published at. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** SHA-256 of the source file, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};

const furnitureLine = z.strictObject({
  /** Line of the source file, counted from 1. */
  line: z.number().int().positive(),
  text: z.string(),
});

/** An editor's note, anchored to the official text by a W3C TextQuoteSelector. */
export const editorNote = z.strictObject({
  /** Number of the note within its report, from 1. */
  number: z.number().int().positive(),
  /** Section that holds the quoted words. */
  section: z.string(),
  /** The quoted words. */
  exact: z.string(),
  /** What the editor says, plain text. */
  text: z.string(),
});
export type EditorNote = z.infer<typeof editorNote>;

/** Frontmatter of `content/reports/<id>.mdx`: what is said of the report as a whole; its sections are in the data. */
export const reportFrontmatter = z.strictObject({
  ...metadataFields,
  /** `printed`: found in the source; `editor`: from report.yaml; `composed`: made from body and year by the converter. */
  titleOrigin: z.enum(['printed', 'editor', 'composed']),
  /** Day the source was fetched, if the editor says so. */
  retrieved: partialDate.nullable(),
  /** Names of the fields an editor overrode in report.yaml. */
  overridden: z.array(z.string()),
  notes: z.array(editorNote),
  /** Former section ids → present ones, kept so that old links land. */
  redirects: z.record(z.string(), z.string()),
  /** Number of characters of official text, white space not counted. */
  characters: z.number().int().nonnegative(),
});
export type ReportFrontmatter = z.infer<typeof reportFrontmatter>;

/** One report of the open data: `data/reports/<id>.json`. */
export const reportData = z.strictObject({
  ...metadataFields,
  /** The lines printed as title, separated by line feeds; empty where none are. `title` may be another. */
  printedTitle: z.string(),
  furniture: z.array(furnitureLine),
  sections: z.array(section),
});
export type ReportData = z.infer<typeof reportData>;
export type FurnitureLine = z.infer<typeof furnitureLine>;
