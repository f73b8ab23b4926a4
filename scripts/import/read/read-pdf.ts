/** Reader of PDFs that hold text. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import type { ExtractedDocument } from './document.ts';
import { headingsOf } from './emphasis.ts';
import { type Piece, readPage } from './pdf-page.ts';
import { toParagraphs } from './pdf-paragraphs.ts';
import { repairRadicals } from './radicals.ts';

/** Pages of the longest report one can think of. */
const pageLimit = 400;
/** Fewer characters a page than this, and the page is a picture. */
const leastCharacters = 20;

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

/** Where a piece of text stands; undefined for blanks and for text that is turned, as watermarks are. */
function toPiece({ str, transform, width, fontName }: TextItem): Piece | undefined {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  if (str.trim() === '' || Math.abs(b) > Math.abs(a) * 0.1) return undefined;
  const size = Math.abs(d) || Math.abs(a);
  return { text: repairRadicals(str), x, y, width, size, font: fontName };
}

/**
 * Reads a PDF.
 * @throws {Refusal} when it needs a password, is damaged, has too many pages or no text
 */
export async function readPdf(bytes: Uint8Array): Promise<ExtractedDocument> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // The reader takes the buffer for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > pageLimit)
      throw new Refusal('import-too-large', {
        size: `${document.numPages} 页`,
        limit: `${pageLimit} 页`,
      });
    const pages = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => {
        const piece = 'str' in item ? toPiece(item as TextItem) : undefined;
        return piece ? [piece] : [];
      });
      characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(readPage(pieces));
      page.cleanup();
    }
    if (characters < leastCharacters * pages.length)
      throw new Refusal('import-scanned', { pages: pages.length });
    const paragraphs = toParagraphs(pages);
    return {
      format: 'pdf',
      detail: `${pages.length} 页`,
      text: `${paragraphs.map(({ text }) => text).join('\n')}\n`,
      verbatim: false,
      hints: {},
      headings: headingsOf(paragraphs),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as Error).name === 'PasswordException') throw new Refusal('import-encrypted');
    throw new Refusal('import-damaged', { detail: 'PDF 无法解析' }, { cause: error });
  } finally {
    await task.destroy();
  }
}
