/** HTML elements → lines of text as a browser would break them; rows of tables with a tabulator between cells. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { plainLook, type Look as Seen } from '../../convert/parse/looks.ts';
import type { Run } from './emphasis.ts';
import { type Hiding, hidingOf, type Look, lookIn } from './html-hidden.ts';
import { typeIn } from './html-type.ts';
import { joinAcross } from './join-text.ts';

/** A line and the element it stands in. */
export interface HtmlLine {
  text: string;
  block: Element;
  /** How it is set, piece by piece. */
  runs: Run[];
}

/** Words of the page that nobody sees. */
export interface HiddenText {
  text: string;
  how: Hiding;
  /** Line of the page, counted from 1. */
  line: number;
  /** The element they stand in. */
  block: Element;
}

/** The text of an element: what is seen, line by line, and what is not. */
export interface HtmlText {
  lines: HtmlLine[];
  hidden: HiddenText[];
}

const block = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table tbody td tfoot ' +
    'th thead title tr ul'
  ).split(' '),
);
const silent = new Set(
  'script style head iframe object embed svg canvas audio video select button textarea input'.split(
    ' ',
  ),
);

const isElement = (node: AnyNode): node is Element => 'tagName' in node && 'attribs' in node;

/** All words in a node, but those of programs. */
function allWords(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  if (isElement(node) && silent.has(node.tagName.toLowerCase())) return '';
  return 'children' in node ? node.children.map(allWords).join(' ') : '';
}

/** Line of a node's first word. */
function lineOf(node: AnyNode): number {
  const blank = node.type === 'text' ? (/^\s*/u.exec(node.data)?.[0] ?? '') : '';
  return (node.sourceCodeLocation?.startLine ?? 1) + blank.split(/\r\n|\r|\n/u).length - 1;
}

/** Whether a table holds data: cells side by side, none of them a page of its own. */
function isDataTable($: CheerioAPI, table: Element): boolean {
  if ($(table).find('table').length > 0) return false;
  const rows = $(table).find('tr').toArray();
  const wide = rows.filter((row) => $(row).children('td, th').length >= 2);
  if (wide.length === 0) return false;
  return !$(table)
    .find('td, th')
    .toArray()
    .some((cell) => $(cell).text().trim().length > 400 || $(cell).find('p, div, br').length > 12);
}

/** Most places a merged cell is given: more is a mistake of the page. */
const mostMerged = 60;

/** Whether a table holds figures: only then do empty places under merged cells say anything. */
function hasFigures($: CheerioAPI, table: Element): boolean {
  const cells = $(table).find('td, th').toArray();
  return cells.filter((cell) => /^\s*[\d.,，]+%?\s*$/u.test($(cell).text())).length >= 2;
}

/** Puts the cells of each row under their columns: a cell merged over several leaves the others empty. */
class Columns {
  /** Rows below that a merged cell still covers, by column. */
  #covered: number[] = [];

  /** Cells of the next row with the empty places between them, none at the end of the row. */
  place(cells: readonly { text: string; columns: number; rows: number }[]): string[] {
    const placed: string[] = [];
    const covered: number[] = [];
    const skip = () => {
      for (let rest = this.#covered[placed.length] ?? 0; rest > 0; ) {
        covered[placed.length] = rest - 1;
        placed.push('');
        rest = this.#covered[placed.length] ?? 0;
      }
    };
    for (const { text, columns, rows } of cells) {
      skip();
      for (let at = 0; at < columns; at++) {
        if (rows > 1) covered[placed.length] = rows - 1;
        placed.push(at === 0 ? text : '');
      }
    }
    skip();
    this.#covered = covered;
    return placed.slice(0, placed.findLastIndex((text) => text !== '') + 1);
  }
}

/** How many columns or rows a cell covers. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const count = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return count > 1 && count <= mostMerged ? count : 1;
}

/**
 * The text of an element. White space is collapsed as HTML asks; a line break between Han characters is none.
 * @param look how the element shows its text
 */
export function htmlText($: CheerioAPI, root: Element, look: Look): HtmlText {
  const lines: HtmlLine[] = [];
  const hidden: HiddenText[] = [];
  let open = '';
  let runs: Run[] = [];
  let owner = root;
  const end = () => {
    const text = open.replace(/^[ \n]+|(?<![ \n])[ \n]+$/gu, '');
    if (text.trim() !== '') lines.push({ text, block: owner, runs });
    open = '';
    runs = [];
  };
  const hide = (node: AnyNode, how: Hiding, within: Element) => {
    const text = allWords(node).replace(/\s+/gu, ' ').trim();
    if (text !== '') hidden.push({ text, how, line: lineOf(node), block: within });
  };
  const addRow = (row: Element, table: Element, around: Look, columns: Columns | undefined) => {
    const own = $(row).children('td, th').toArray();
    const words = own.map((cell) => {
      const seen = lookBelow(cell, table, around);
      if (typeof seen === 'string') {
        hide(cell, seen, table);
        return '';
      }
      const text = htmlText($, cell, seen);
      hidden.push(...text.hidden);
      return onOneLine(text.lines);
    });
    const cells =
      columns?.place(
        own.map((cell, at) => ({
          text: words[at] ?? '',
          columns: spanOf(cell, 'colspan'),
          rows: spanOf(cell, 'rowspan'),
        })),
      ) ?? words;
    if (cells.some((cell) => cell !== ''))
      lines.push({ text: cells.join('\t'), block: table, runs: [] });
  };
  const visit = (
    node: AnyNode,
    within: Element,
    preformatted: boolean,
    around: Look,
    set: Seen,
  ): void => {
    if (node.type === 'text') {
      const how = hidingOf(around);
      if (how !== undefined) {
        hide(node, how, within);
        return;
      }
      if (open === '') owner = within;
      const { data } = node;
      if (preformatted) {
        const parts = data.split(/\r\n|\r|\n/u);
        parts.forEach((part, at) => {
          if (at > 0) end();
          open += part;
          runs.push({ text: part, look: set });
        });
      } else {
        open = collapse(open, data);
        runs.push({ text: data, look: set });
      }
      return;
    }
    if (!isElement(node)) {
      if ('children' in node)
        for (const child of node.children) visit(child, within, preformatted, around, set);
      return;
    }
    const name = node.tagName.toLowerCase();
    if (silent.has(name)) return;
    const own = node === root ? around : lookIn(node, around);
    if (typeof own === 'string') {
      hide(node, own, within);
      return;
    }
    if (name === 'br') {
      end();
      return;
    }
    if (name === 'table' && isDataTable($, node)) {
      end();
      const columns = hasFigures($, node) ? new Columns() : undefined;
      for (const row of $(node).find('tr').toArray()) addRow(row, node, own, columns);
      return;
    }
    const breaks = block.has(name);
    if (breaks) end();
    const inner = breaks ? node : within;
    const pre = preformatted || name === 'pre';
    const type = node === root ? set : typeIn(node, set);
    for (const child of node.children) visit(child, inner, pre, own, type);
    if (breaks) end();
  };
  visit(root, root, false, look, plainLook);
  end();
  return { lines, hidden };
}

/** The look of an element somewhere below another one, whose own look is given. */
function lookBelow(element: Element, above: Element, look: Look): Look | Hiding {
  if (element === above) return look;
  const around = element.parent;
  const outer = around && isElement(around) ? lookBelow(around, above, look) : look;
  return typeof outer === 'string' ? outer : lookIn(element, outer);
}

/** A cell's text on one line. */
function onOneLine(lines: readonly HtmlLine[]): string {
  return lines
    .map(({ text }) => text.replaceAll('\t', ' '))
    .reduce(joinAcross, '')
    .trim();
}

/** Appends text of the source, its white space collapsed; breaks of the source between Han characters vanish. */
function collapse(open: string, data: string): string {
  let text = open;
  for (const part of data.split(/([ \t\r\n\f]+)/u)) {
    if (part === '') continue;
    if (!/^[ \t\r\n\f]/u.test(part)) {
      // A pending break is written as a line feed until it is known what follows.
      text = text.endsWith('\n') ? joinAcross(text.slice(0, -1), part) : text + part;
    } else if (text !== '' && !/[ \n]$/u.test(text)) text += /[\r\n]/u.test(part) ? '\n' : ' ';
  }
  return text;
}
