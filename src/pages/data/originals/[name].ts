import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { type Original, originalOf } from '../../../collection/originals.ts';
import { collection } from '../../../corpus/site.ts';

export const getStaticPaths = () =>
  collection.convertedIds().flatMap((id) => {
    const original = originalOf(collection, id);
    return original ? [{ params: { name: original.published }, props: { original } }] : [];
  });

/** The file a source was taken from, byte for byte. */
export const GET: APIRoute<{ original: Original }> = async ({ props }) =>
  new Response(await readFile(props.original.file), {
    headers: { 'content-type': 'application/octet-stream' },
  });
