import { defineCollection } from 'astro:content';
import { reportFrontmatter } from './model/report.ts';
import { reportLoader } from './report-loader.ts';

export const collections = {
  reports: defineCollection({ loader: reportLoader(), schema: reportFrontmatter }),
};
