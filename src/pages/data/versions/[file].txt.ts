import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { collection } from '../../../corpus/site.ts';
import { versionFile, versionsOf } from '../../../corpus/versions.ts';

export const getStaticPaths = () =>
  collection.convertedIds().flatMap((id) =>
    versionsOf(id).map((version) => ({
      params: { file: `${id}_${version}` },
      props: { id, version },
    })),
  );

/** A former text, byte for byte. */
export const GET: APIRoute<{ id: string; version: string }> = async ({ props }) =>
  new Response(await readFile(versionFile(props.id, props.version)), {
    headers: { 'content-type': 'text/plain' },
  });
