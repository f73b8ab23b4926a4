import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { versionFile, versionsOf } from '../../../collection/versions.ts';
import { collection } from '../../../corpus/site.ts';

export const getStaticPaths = () =>
  collection.convertedIds().flatMap((id) =>
    versionsOf(collection, id).map((version) => ({
      params: { file: `${id}_${version}` },
      props: { id, version },
    })),
  );

/** A former text, byte for byte. */
export const GET: APIRoute<{ id: string; version: string }> = async ({ props }) =>
  new Response(await readFile(versionFile(collection, props.id, props.version)), {
    headers: { 'content-type': 'text/plain' },
  });
