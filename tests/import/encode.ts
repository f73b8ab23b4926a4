/** Text → bytes of the encodings files come in. */

let table: Map<string, [number, number]> | undefined;

/** The two-byte characters of GBK, read from the decoder itself. */
function gbkTable(): Map<string, [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !table.has(character)) table.set(character, [high, low]);
    }
  return table;
}

/** @throws for characters GBK does not hold */
export function gbk(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : gbkTable().get(character);
    if (!pair) throw new Error(`not in GBK: ${character}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
export const utf8Bom = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf8');
export const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
export const utf16leBom = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
export const utf16beBom = (text: string): Uint8Array =>
  Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
