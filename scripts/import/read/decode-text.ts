/** Bytes of a text file → text, whatever Chinese encoding they are in. */
import { Refusal } from '../refusal.ts';

export interface DecodedText {
  text: string;
  /** Name of the encoding for people. */
  encoding: string;
}

const marks: { bytes: readonly number[]; label: string; name: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', name: 'UTF-8（带 BOM）' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', name: 'UTF-16 LE' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', name: 'UTF-16 BE' },
  { bytes: [0x84, 0x31, 0x95, 0x33], label: 'gb18030', name: 'GB18030（带 BOM）' },
];

const names: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
};

/** Characters that make up a good part of any official text, in both scripts. */
const common = new Set(
  '的一是在和了为年法政府治行建设工作市县区全强执推进依实加人民规落机制度务大中上会发关开展对件公共有部重点理化执為會發關開對實設書與國'.split(
    '',
  ),
);

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of characters that are frequent in Chinese official texts. */
function likeness(text: string): number {
  let hits = 0;
  let counted = 0;
  for (const character of text.slice(0, 20_000)) {
    if (/\s/u.test(character)) continue;
    counted++;
    if (common.has(character)) hits++;
  }
  return counted === 0 ? 0 : hits / counted;
}

/**
 * Decodes text: by its byte order mark, else as UTF-8 where it is valid, else by `declared` (the encoding a page
 * names), else by which encoding makes the likeliest Chinese of it. Nothing is replaced.
 * @throws {Refusal} when no encoding fits every byte
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = marks.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte));
  if (mark) {
    const text = decodeStrictly(bytes, mark.label);
    if (text === undefined)
      throw new Refusal('import-damaged', { detail: `不是有效的 ${mark.name}` });
    return { text: text.replace(/^\uFEFF/u, ''), encoding: mark.name };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'UTF-8' };
  const candidates = ['gb18030', 'utf-16le', 'utf-16be', 'big5'].flatMap((label) => {
    const text = decodeStrictly(bytes, label);
    if (text === undefined || text.includes('\0')) return [];
    return [{ label, text, score: likeness(text) + (label === declared ? 0.1 : 0) }];
  });
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best || best.score < 0.05) throw new Refusal('import-encoding');
  return { text: best.text, encoding: names[best.label] as string };
}

/** The encoding an HTML page names in its head, as a label TextDecoder knows; undefined for none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /charset\s*=\s*(?:["']\s*)?([\w-]+)/iu.exec(head)?.[1];
  if (!label) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}
