import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRoute } from 'astro';
import { convertedIds, sourcesDir } from '../../../collection.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** The published text, byte for byte: read and sent without decoding. */
export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) =>
  new Response(await readFile(path.join(sourcesDir, params.id, 'source.txt')), {
    headers: { 'content-type': 'text/plain' },
  });
