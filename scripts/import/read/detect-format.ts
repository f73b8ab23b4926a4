/** What a file is, told by its first bytes; its name only decides between kinds of text. */
import { Refusal } from '../refusal.ts';

export type FileKind = 'pdf' | 'docx' | 'html' | 'mhtml' | 'text';

// TextDecoder's latin1 is Windows-1252, which changes bytes.
const latin = (bytes: Uint8Array, end: number) =>
  Buffer.from(bytes.subarray(0, end)).toString('latin1');

/** Whether bytes hold an ASCII word written in UTF-16, as the directories of Office's old container do. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from(word, 'utf16le'),
  );
}

/** First bytes, as Latin-1, of files that are no text. */
const foreign: [string[], string][] = [
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*'], '图片'],
  [['{\\rtf'], 'RTF 文档'],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b'], '压缩包'],
  [['%!PS'], '版式文档'],
];
/** First bytes of a zip archive: with files, empty, in parts. */
const zip = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/**
 * Tells the kind of a file.
 * @throws {Refusal} for files that are no text: pictures, archives, old Word documents, encrypted ones
 */
export function detectFormat(bytes: Uint8Array, name: string): FileKind {
  const start = latin(bytes, 1024);
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    if (holdsWide(bytes, 'EncryptedPackage')) throw new Refusal('import-encrypted');
    throw new Refusal('import-legacy-word');
  }
  if (zip.some((mark) => start.startsWith(mark))) return 'docx';
  for (const [marks, detail] of foreign)
    if (marks.some((mark) => start.startsWith(mark)))
      throw new Refusal('import-format', { detail });
  const text = asciiView(bytes);
  if (
    /^(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location):/imu.test(
      text.slice(0, 400),
    ) &&
    /multipart\/related/iu.test(text)
  )
    return 'mhtml';
  if (
    /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s/iu.test(text) ||
    (/\.(?:html?|shtml|xhtml|aspx|jsp)$/iu.test(name) && /<[a-z]+[\s>]/iu.test(text))
  )
    return 'html';
  return 'text';
}

/** The first bytes without the zeros of UTF-16, for a look at the ASCII in them. */
function asciiView(bytes: Uint8Array): string {
  return latin(bytes, 8192).replaceAll('\0', '');
}
