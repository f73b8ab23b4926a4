import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { convertedIds, generatedFiles } from '../../../collection.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** Text and sections of one report, as the converter wrote them. */
export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) =>
  new Response(await readFile(generatedFiles(params.id).data), {
    headers: { 'content-type': 'application/json' },
  });
