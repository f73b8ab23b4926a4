import { defineCollection } from 'astro:content';
import { reportLoader } from './report-loader.ts';

export const collections = { reports: defineCollection({ loader: reportLoader() }) };
