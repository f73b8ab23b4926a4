import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { reportLoader } from './report-loader.ts';

export const collections = {
  reports: defineCollection({
    loader: reportLoader(),
    schema: z.object({
      /** When the page of the report was written, in milliseconds since 1970. */
      changed: z.number(),
    }),
  }),
};
