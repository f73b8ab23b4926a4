/** A zip whose bytes depend on nothing but the files in it. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive: bytes, or the path of a file on disk to read them from. */
export interface ZipEntry {
  /** Path in the archive, with slashes. */
  name: string;
  content: Uint8Array | { file: string };
  executable?: boolean;
}

/** The first time a zip can tell, in the local time that it tells it in. */
const beginning = new Date(1980, 0, 1);

/**
 * Writes a zip, whole or not at all, with the entries in the order given. Archives of more than 65,535 files are
 * in the Zip64 format. Files are read one at a time.
 * @throws when a file cannot be read or the zip not be written; a former one stays then
 */
export async function writeZip(target: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  for (const { name, content, executable } of entries) {
    const mode = executable ? 0o100755 : 0o100644;
    const options = { mtime: beginning, mode, forceDosTimestamp: true };
    if (content instanceof Uint8Array) zip.addBuffer(Buffer.from(content), name, options);
    else zip.addFile(content.file, name, options);
  }
  const draft = `${target}.${process.pid}.tmp`;
  try {
    const output = createWriteStream(draft);
    // Typed as an event emitter, so that faults of the files read are told here only.
    const failed = new Promise<never>((_, reject) => zip.once('error', reject));
    zip.outputStream.pipe(output);
    zip.end();
    await Promise.race([finished(output), failed]);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}
