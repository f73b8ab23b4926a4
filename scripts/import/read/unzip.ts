/** Takes chosen files out of a zip archive, refusing archives that unfold to more than a document can be. */
import { unzipSync } from 'fflate';
import { megabytes, Refusal } from '../refusal.ts';

/** Bytes an archive may unfold to, all its files taken together. */
const unfoldedLimit = 300 * 1024 * 1024;
/** Bytes of one file that is read: the text of a document. */
const partLimit = 40 * 1024 * 1024;
const entryLimit = 10_000;

/**
 * Reads the wanted files of an archive.
 * @throws {Refusal} when it is damaged, encrypted, or unfolds to too much
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  if (isEncrypted(bytes)) throw new Refusal('import-encrypted');
  let unfolded = 0;
  let entries = 0;
  const check = (name: string, size: number): boolean => {
    unfolded += size;
    entries++;
    if (unfolded > unfoldedLimit || entries > entryLimit || (wanted(name) && size > partLimit))
      throw new Refusal('import-zip-bomb', { size: megabytes(Math.max(unfolded, size)) });
    return wanted(name);
  };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => check(name, originalSize),
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import-damaged', { detail: '压缩包不完整' }, { cause: error });
  }
}

/** Whether the first entry's header carries the flag of an encrypted archive. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}
