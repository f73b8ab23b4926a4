/** The files that sources were taken from: `content/sources/<id>/original.*`, kept where these were no plain text. */
import type { Collection } from './files.ts';

export interface Original {
  /** Absolute path of the file. */
  file: string;
  /** What readers know such files by: PDF, Word, HTML. */
  kind: string;
  /** Name on the site. */
  published: string;
  /** Name a browser saves it under. */
  saved: string;
}

const kinds: Record<string, string> = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  htm: 'HTML',
  mhtml: 'MHTML',
  mht: 'MHTML',
};
/** No browser runs these on the site; anything else is published as text, so that no script of a source runs here. */
const harmless = ['pdf', 'docx'];

/** The original of a report, if it has one. */
export function originalOf(collection: Collection, id: string): Original | undefined {
  const name = collection.sourceFiles(id).find((each) => /^original\.[a-z0-9]+$/iu.test(each));
  if (!name) return undefined;
  const extension = name.slice('original.'.length).toLowerCase();
  const saved = `${id}.${extension}`;
  return {
    file: collection.sourceFile(id, name),
    kind: kinds[extension] ?? extension.toUpperCase(),
    published: harmless.includes(extension) ? saved : `${saved}.txt`,
    saved,
  };
}
