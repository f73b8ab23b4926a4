/** Holds a published site against its manifest. */
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { pipeline, Readable } from 'node:stream';
import {
  type ListedFile,
  listedFile,
  manifest as manifestSchema,
  type SiteManifest,
} from '../../../src/model/manifest.ts';
import { routes } from '../../../src/model/routes.ts';
import { CommandError } from '../../files/run-command.ts';
import { inOrder } from './in-order.ts';
import { compressed, type Place } from './place.ts';

/** What is wrong with a file: gone, not the bytes that were built, or in no list. */
export type Finding = { kind: 'missing' | 'altered' | 'extra'; path: string };

export interface Verification {
  manifest: SiteManifest;
  /** SHA-256 of the manifest itself: to be compared with the one of whoever built the site. */
  sha256: string;
  /** Files that were compared. */
  compared: number;
  /** Files that the host keeps back, so that they could not be. */
  keptBack: string[];
}

const width = 8;

/** Size and SHA-256 of bytes that come in pieces, none of which is kept. */
async function digestOf(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Paths of all files of a site, the manifest and its parts included; for one that was found in order. */
export async function* listedPaths(place: Place): AsyncGenerator<string> {
  const { manifest } = await readManifest(place);
  yield routes.manifest();
  for (const { path } of manifest.parts) {
    yield path;
    for await (const file of filesOf(place, path)) yield file.path;
  }
}

/** Reads the manifest, which is small. @throws {CommandError} when there is none or it is damaged */
async function readManifest(place: Place): Promise<{ manifest: SiteManifest; sha256: string }> {
  const pieces = await place.read(routes.manifest());
  const missing = `${place.name} 中没有 ${routes.manifest()}，不是本程序生成的网站，或文件已丢失。`;
  if (!pieces) throw new CommandError(missing);
  const kept: Uint8Array[] = [];
  for await (const piece of pieces) kept.push(piece);
  const bytes = Buffer.concat(kept);
  const { sha256 } = await digestOf(Readable.from([bytes]));
  try {
    return { manifest: manifestSchema.parse(JSON.parse(bytes.toString())), sha256 };
  } catch (cause) {
    throw new CommandError(`${place.name} 的 ${routes.manifest()} 已损坏，无法据以核对。`, {
      cause,
    });
  }
}

async function digestAt(place: Place, file: string) {
  const pieces = await place.read(file);
  return pieces && digestOf(pieces);
}

/** Lines of a part as files. @throws {CommandError} when one is not of its form */
async function* filesOf(place: Place, part: string): AsyncGenerator<ListedFile> {
  const pieces = await place.read(part);
  if (!pieces) return;
  for await (const line of createInterface({ input: Readable.from(pieces), crlfDelay: Infinity })) {
    try {
      yield listedFile.parse(JSON.parse(line));
    } catch (cause) {
      throw new CommandError(`${place.name} 的 ${part} 已损坏，无法据以核对。`, { cause });
    }
  }
}

/** Every file that a manifest lists; a part that is gone or altered is a finding of its own. */
async function* listed(
  place: Place,
  { parts }: SiteManifest,
  found: (finding: Finding) => void,
): AsyncGenerator<ListedFile> {
  for (const { path, sha256 } of parts) {
    const digest = await digestAt(place, path);
    if (!digest) found({ kind: 'missing', path });
    else if (digest.sha256 !== sha256) found({ kind: 'altered', path });
    else yield* filesOf(place, path);
  }
}

/** Whether a file is the compressed copy of another that is listed, and unfolds to just that. */
async function isCopy(
  place: Place,
  path: string,
  known: ReadonlyMap<string, string>,
): Promise<boolean | undefined> {
  const suffix = path.slice(-3);
  const expected = known.get(path.slice(0, -3));
  const unfold = compressed[suffix];
  if (!unfold || expected === undefined) return undefined;
  const pieces = await place.read(path);
  if (!pieces) return undefined;
  const plain = pipeline(Readable.from(pieces), unfold(), () => {});
  return digestOf(plain as unknown as AsyncIterable<Uint8Array>).then(
    ({ sha256 }) => sha256 === expected,
    () => false,
  );
}

/** Reports what is there and is not listed. */
async function findExtra(
  place: Place,
  known: ReadonlyMap<string, string>,
  found: (finding: Finding) => void,
): Promise<void> {
  for await (const path of place.list?.() ?? []) {
    if (known.has(path)) continue;
    const copy = await isCopy(place, path, known);
    if (copy !== true) found({ kind: copy === false ? 'altered' : 'extra', path });
  }
}

/**
 * Compares every file of a site with its manifest.
 * @param found is told of each fault as it is met
 * @throws {CommandError} when the manifest cannot be used, or the host does not answer
 */
export async function verifySite(
  place: Place,
  found: (finding: Finding) => void,
): Promise<Verification> {
  const { manifest, sha256 } = await readManifest(place);
  const known = new Map(manifest.parts.map((part) => [part.path, part.sha256]));
  known.set(routes.manifest(), sha256);
  const keptBack: string[] = [];
  let compared = 0;
  const compare = async (file: ListedFile) => ({ file, digest: await digestAt(place, file.path) });
  for await (const { file, digest } of inOrder(listed(place, manifest, found), width, compare)) {
    known.set(file.path, file.sha256);
    if (!digest && place.keepsBack(file.path)) keptBack.push(file.path);
    else if (!digest) found({ kind: 'missing', path: file.path });
    else if (digest.sha256 !== file.sha256) found({ kind: 'altered', path: file.path });
    if (digest) compared += 1;
  }
  await findExtra(place, known, found);
  return { manifest, sha256, compared, keptBack };
}
