import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { convertedIds, generatedFiles } from '../../../collection.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** Quantities, indicators, recomputed figures and cited documents of one report. */
export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) =>
  new Response(await readFile(generatedFiles(params.id).facts), {
    headers: { 'content-type': 'application/json' },
  });
