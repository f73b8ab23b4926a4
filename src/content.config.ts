/** The reports as a collection of Astro's content layer: their frontmatter, with a digest of all that pages show of them. */
import { defineCollection } from 'astro:content';
import { reportLoader } from './corpus/report-loader.ts';
import { reportFrontmatter } from './model/report.ts';

export const collections = {
  reports: defineCollection({ loader: reportLoader, schema: reportFrontmatter }),
};
