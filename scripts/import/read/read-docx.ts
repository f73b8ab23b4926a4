/** Reader of Word documents (.docx): paragraphs with their automatic numbers, tables row by row. */
import * as cheerio from 'cheerio';
import type { Element } from 'domhandler';
import type { Look } from '../../convert/parse/looks.ts';
import { Refusal } from '../refusal.ts';
import { decodeText } from './decode-text.ts';
import type { ExtractedDocument } from './document.ts';
import { Numbering } from './docx-numbering.ts';
import { listOf, Styles } from './docx-type.ts';
import { childOf, children } from './docx-xml.ts';
import { headingsOf, type SeenLine } from './emphasis.ts';
import { unzip } from './unzip.ts';

const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml'];

/** What is deleted, hidden in fields, or said twice for older programs. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:pPr',
  'w:rPr',
  'w:sectPr',
  'w:footnoteReference',
]);

interface Reader {
  numbering: Numbering;
  styles: Styles;
}

const textOf = (node: Element) =>
  node.children.map((child) => (child.type === 'text' ? child.data : '')).join('');

/** Lines of a paragraph: its own text, then the paragraphs of text boxes anchored in it. */
function paragraphLines(paragraph: Element, reader: Reader): SeenLine[] {
  const boxes: Element[] = [];
  const lines: { text: string; runs: SeenLine['runs'][number][] }[] = [{ text: '', runs: [] }];
  const properties = childOf(paragraph, 'w:pPr');
  const { styles } = reader;
  const add = (text: string, look: Look) => {
    const line = lines.at(-1) as (typeof lines)[number];
    line.text += text;
    line.runs.push({ text, look });
  };
  const visit = (node: Element, look: Look): void => {
    const name = node.tagName;
    if (skipped.has(name)) return;
    if (name === 'w:t') add(textOf(node), look);
    else if (name === 'w:tab' || name === 'w:ptab') add(' ', look);
    else if (name === 'w:br' || name === 'w:cr') lines.push({ text: '', runs: [] });
    else if (name === 'w:noBreakHyphen') add('-', look);
    else if (name === 'w:sym') add(symbol(node), look);
    else if (name === 'w:txbxContent') boxes.push(node);
    else {
      const own = name === 'w:r' ? styles.ofRun(childOf(node, 'w:rPr'), look) : look;
      for (const child of children(node)) visit(child, own);
    }
  };
  const look = styles.ofParagraph(properties);
  for (const child of children(paragraph)) visit(child, look);
  const style = styles.listOf(childOf(properties, 'w:pStyle')?.attribs['w:val']);
  const own = listOf(properties);
  const id = own.id ?? style.id;
  const depth = own.depth ?? style.depth ?? 0;
  const [first = { text: '', runs: [] }] = lines;
  const isBlank = lines.every(({ text }) => text.trim() === '');
  const number = id === undefined || id === '0' || isBlank ? '' : reader.numbering.next(id, depth);
  lines[0] = { text: number + first.text, runs: [...first.runs] };
  return [...lines, ...boxes.flatMap((box) => blockLines(box, reader))];
}

/** Last code of Unicode. */
const lastCode = 0x10ffff;

/**
 * A character given by its code; nothing for those of a font's own, which mean something in that font only.
 * @throws {Refusal} when there is no such character
 */
function symbol(node: Element): string {
  const written = node.attribs['w:char'] ?? '';
  const code = Number.parseInt(written, 16);
  if (code > lastCode || (code >= 0xd800 && code <= 0xdfff))
    throw new Refusal('import-damaged', {
      detail: `Word 文档里有不存在的字符，编号 ${written.slice(0, 12)}`,
    });
  return code >= 0x20 && !(code >= 0xe000 && code <= 0xf8ff) ? String.fromCodePoint(code) : '';
}

/** Most columns a merged cell is given: more is a mistake of the document. */
const mostMerged = 60;

/** Cells of a row, parted by tabulators. */
function rowLine(row: Element, reader: Reader): string {
  const cells = descend(row, 'w:tc').map((cell) => {
    const merged = childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')?.attribs['w:val'] ?? '1';
    const text = blockLines(cell, reader)
      .map((line) => line.text.replaceAll('\t', ' ').trim())
      .join('');
    // A cell over several columns leaves the others empty, so that those behind it stay in theirs.
    const columns = Math.min(Number.parseInt(merged, 10) || 1, mostMerged);
    return text + '\t'.repeat(columns - 1);
  });
  return cells.join('\t');
}

/** Children of a name, looked for through content controls and tracked insertions. */
function descend(element: Element, name: string): Element[] {
  return children(element).flatMap((child) =>
    child.tagName === name
      ? [child]
      : /^w:(?:sdt|sdtContent|ins|customXml|smartTag)$/u.test(child.tagName)
        ? descend(child, name)
        : [],
  );
}

/** Whether a table only arranges the page: one column, or cells that hold whole passages. */
function isLayout(rows: readonly Element[]): boolean {
  return rows.every((row) => {
    const cells = descend(row, 'w:tc');
    return cells.length < 2 || cells.some((cell) => descend(cell, 'w:p').length > 12);
  });
}

/** Lines of everything in a body, cell or box. */
function blockLines(parent: Element, reader: Reader): SeenLine[] {
  return children(parent).flatMap((child) => {
    if (child.tagName === 'w:p') return paragraphLines(child, reader);
    if (child.tagName === 'w:tbl') {
      const rows = descend(child, 'w:tr');
      return isLayout(rows)
        ? rows.flatMap((row) => descend(row, 'w:tc').flatMap((cell) => blockLines(cell, reader)))
        : rows.map((row) => ({ text: rowLine(row, reader), runs: [] }));
    }
    return skipped.has(child.tagName) ? [] : blockLines(child, reader);
  });
}

/**
 * Reads a Word document.
 * @throws {Refusal} when it is damaged, encrypted, too large once unfolded, no Word document, or empty
 */
export function readDocx(bytes: Uint8Array): ExtractedDocument {
  const files = unzip(bytes, (name) => parts.includes(name));
  const load = (name: string) => {
    const content = files.get(name);
    return content && cheerio.load(decodeText(content).text, { xml: true });
  };
  const $ = load('word/document.xml');
  if (!$) throw new Refusal('import-format', { detail: '压缩包里没有 Word 文档' });
  const body = $('w\\:body').get(0);
  if (!body) throw new Refusal('import-damaged', { detail: 'Word 文档没有正文' });
  const reader = {
    numbering: new Numbering(load('word/numbering.xml')),
    styles: new Styles(load('word/styles.xml')),
  };
  const notes = load('word/footnotes.xml');
  const footnotes = (notes?.('w\\:footnote').toArray() ?? []).filter(
    (note) => note.attribs['w:type'] === undefined,
  );
  const lines = [body, ...footnotes].flatMap((part) => blockLines(part, reader));
  const text = `${lines
    .map((line) => line.text.trimEnd())
    .join('\n')
    .trimEnd()}\n`;
  if (text.trim() === '') throw new Refusal('import-empty');
  return {
    format: 'docx',
    detail: 'Word 文档',
    text,
    verbatim: false,
    hints: {},
    headings: headingsOf(lines),
  };
}
