/** Makes small Word documents, part by part, as Word and WPS write them. */
import { strToU8, zipSync } from 'fflate';

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph; with a level, it bears an automatic number of that level (0 for 一、, 1 for （一）, 2 for 1.). */
export function paragraph(text: string, level?: number): string {
  const number =
    level === undefined
      ? ''
      : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
  // Word cuts text into runs at will.
  const half = Math.floor(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)]
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeMarkup(part)}</w:t></w:r>`)
    .join('');
  return `<w:p>${number}${runs}</w:p>`;
}

/** A table of text cells. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** Text as tracked changes leave it: `removed` is struck out, `added` is new. */
export function tracked(before: string, removed: string, added: string, after: string): string {
  return (
    `<w:p><w:r><w:t>${escapeMarkup(before)}</w:t></w:r>` +
    `<w:del w:id="1"><w:r><w:delText>${escapeMarkup(removed)}</w:delText></w:r></w:del>` +
    `<w:moveFrom w:id="3"><w:r><w:t>${escapeMarkup(removed)}</w:t></w:r></w:moveFrom>` +
    `<w:ins w:id="2"><w:r><w:t>${escapeMarkup(added)}</w:t></w:r></w:ins><w:r><w:t>${escapeMarkup(after)}</w:t></w:r></w:p>`
  );
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  '<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';

/** A document of the given body elements. */
export function buildDocx(elements: readonly string[]): Uint8Array {
  const document =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:body>${elements.join('')}<w:sectPr><w:headerReference/></w:sectPr></w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    'word/numbering.xml': strToU8(numbering),
    'word/header1.xml': strToU8('<w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>'),
  });
}
