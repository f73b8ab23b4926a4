/** Reader of web pages saved as one file (.mht, .mhtml): the page is a part of a MIME message. */

import { Refusal } from '../refusal.ts';
import { decodeText } from './decode-text.ts';
import type { ExtractedDocument } from './document.ts';
import { readHtmlText } from './read-html.ts';

/** Bytes of a part, undone from the encoding it travels in. */
function undo(content: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1');
  const bytes = content
    .replace(/(?<![ \t])[ \t]+(?=\r?\n)/gu, '')
    .replace(/=\r?\n/gu, '')
    .replace(/=([0-9A-F]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1');
}

const header = (head: string, name: string) =>
  new RegExp(`^${name}:\\s*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'imu').exec(head)?.[1] ?? '';

/** @throws {Refusal} when the message holds no page */
export function readMhtml(bytes: Uint8Array): ExtractedDocument {
  const message = Buffer.from(bytes).toString('latin1');
  const boundary = /boundary="?([^"\r\n;]+)"?/iu.exec(message)?.[1];
  for (const part of boundary ? message.split(`--${boundary}`).slice(1) : []) {
    const cut = /\r?\n\r?\n/u.exec(part);
    if (!cut) continue;
    const head = part.slice(0, cut.index);
    const type = header(head, 'Content-Type');
    if (!/text\/html/iu.test(type)) continue;
    const bytesOfPage = undo(
      part.slice(cut.index + cut[0].length),
      header(head, 'Content-Transfer-Encoding').trim().toLowerCase(),
    );
    const { text, encoding } = decodeText(
      bytesOfPage,
      /charset="?([\w-]+)/iu.exec(type)?.[1]?.toLowerCase(),
    );
    const page = readHtmlText(text, encoding);
    // The lines of the page are not those of the file.
    const hidden = page.hidden?.map(({ text: words, how }) => ({ text: words, how })) ?? [];
    const read = { ...page, hidden };
    const url =
      header(message.slice(0, 4096), 'Snapshot-Content-Location').trim() ||
      header(head, 'Content-Location').trim();
    return /^https?:\/\//u.test(url) ? { ...read, hints: { ...read.hints, url } } : read;
  }
  throw new Refusal('import-damaged', { detail: '网页存档里没有网页' });
}
