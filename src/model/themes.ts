/** Themes and parts: the schema of `content/themes.yaml`. */
import { parse } from 'yaml';
import { z } from 'zod';
import { parts } from './genre.ts';

/** What a word says of a theme: settles it, speaks for it, or is shared by several. */
export const grades = ['strong', 'cues', 'weak'] as const;
export type Grade = (typeof grades)[number];

const words = z.array(z.string().min(1));

const theme = z.strictObject({
  /** Permanent name of the theme in addresses and data. */
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** Task of the 法治政府建设实施纲要 (2015—2020) the theme stands for. */
  outline2015: z.string().optional(),
  /** Task of the 法治政府建设实施纲要 (2021—2025) the theme stands for. */
  outline2021: z.string().optional(),
  /** Words that settle the theme where a heading holds them. */
  strong: words.default([]),
  /** Words that speak for the theme. */
  cues: words,
  /** Words that several themes share. */
  weak: words.default([]),
});
export type Theme = z.infer<typeof theme>;

const pattern = z.string().transform((source) => new RegExp(source, 'u'));

const partDefinition = z.strictObject({
  slug: z.enum(parts),
  name: z.string().min(1),
  /** What names the part in the heading of a chapter; below chapters, in a heading that says nothing else. */
  cues: z.array(pattern),
  /** Headings that name the part when they are nothing else: 问题 alone, but not 坚持问题导向. */
  whole: z.array(z.string()).default([]),
  /** The cues name the part in any heading below the account of the year, whatever else it says. */
  anywhere: z.boolean().default(false),
});
export type PartDefinition = z.infer<typeof partDefinition>;

const themesFile = z.strictObject({
  themes: z.array(theme),
  /** Expressions that hold a word of a theme but speak of something else. */
  neutral: words.default([]),
  parts: z.array(partDefinition),
});
export type ThemesFile = z.infer<typeof themesFile>;

/**
 * Reads the text of a `themes.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML or not of the schema.
 */
export function parseThemes(text: string): ThemesFile {
  return themesFile.parse(parse(text));
}
