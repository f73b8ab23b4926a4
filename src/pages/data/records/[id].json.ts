import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { convertedIds, generatedFiles } from '../../../collection.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** What the conversion of one report detected, left out and concluded. */
export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) =>
  new Response(await readFile(generatedFiles(params.id).record), {
    headers: { 'content-type': 'application/json' },
  });
