import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { convertedIds, generatedFiles } from '../../../collection.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** The printed text of one report, section by section: what is searched and what excerpts are cut from. */
export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) =>
  new Response(await readFile(generatedFiles(params.id).text), {
    headers: { 'content-type': 'application/json' },
  });
