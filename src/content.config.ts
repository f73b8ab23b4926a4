import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { reportsDir } from './collection.ts';
import { reportFrontmatter } from './model/report.ts';

export const collections = {
  reports: defineCollection({
    // The id is the file name verbatim: it is part of addresses people cite.
    loader: glob({
      base: reportsDir,
      pattern: '*.mdx',
      generateId: ({ entry }) => entry.slice(0, -'.mdx'.length),
      retainBody: false,
    }),
    schema: reportFrontmatter,
  }),
};
