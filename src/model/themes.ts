/** Themes and parts: the schema of `content/themes.yaml`. */
import { parse } from 'yaml';
import { z } from 'zod';
import { parts } from './genre.ts';

const theme = z.strictObject({
  /** Permanent name of the theme in addresses and data. */
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** Task of the 法治政府建设实施纲要 (2015—2020) the theme stands for. */
  outline2015: z.string().optional(),
  /** Task of the 法治政府建设实施纲要 (2021—2025) the theme stands for. */
  outline2021: z.string().optional(),
  /** Words that settle the theme when a heading holds them. */
  strong: z.array(z.string()).default([]),
  /** Words that speak for the theme. */
  cues: z.array(z.string()),
  /** Expressions that hold a cue but speak of something else. */
  not: z.array(z.string()).default([]),
});
export type Theme = z.infer<typeof theme>;

const partDefinition = z.strictObject({
  slug: z.enum(parts),
  name: z.string().min(1),
  /** Words that name the part when a heading holds them. */
  cues: z.array(z.string()),
  /** Headings that name the part when they are nothing else: 问题 alone, but not 坚持问题导向. */
  whole: z.array(z.string()).default([]),
});
export type PartDefinition = z.infer<typeof partDefinition>;

const themesFile = z.strictObject({ themes: z.array(theme), parts: z.array(partDefinition) });
export type ThemesFile = z.infer<typeof themesFile>;

/**
 * Reads the text of a `themes.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML or not of the schema.
 */
export function parseThemes(text: string): ThemesFile {
  return themesFile.parse(parse(text));
}
