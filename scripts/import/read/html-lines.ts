/** HTML elements → lines of text as a browser would break them; rows of tables with a tabulator between cells. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { joinAcross } from './join-text.ts';

/** A line and the element it stands in. */
export interface HtmlLine {
  text: string;
  block: Element;
}

const block = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table tbody td tfoot ' +
    'th thead title tr ul'
  ).split(' '),
);
const silent = new Set(
  'script style noscript template head iframe object embed svg canvas audio video select button textarea input'.split(
    ' ',
  ),
);

const isElement = (node: AnyNode): node is Element => 'tagName' in node && 'attribs' in node;

function isHidden(element: Element): boolean {
  return (
    'hidden' in element.attribs ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.attribs['style'] ?? '')
  );
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

/** Lines of an element's text. White space is collapsed as HTML asks; a line break between Han characters is none. */
export function htmlLines($: CheerioAPI, root: Element): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let open = '';
  let owner = root;
  const end = () => {
    const text = open.replace(/^[ \n]+|(?<![ \n])[ \n]+$/gu, '');
    if (text.trim() !== '') lines.push({ text, block: owner });
    open = '';
  };
  const visit = (node: AnyNode, within: Element, preformatted: boolean): void => {
    if (node.type === 'text') {
      if (open === '') owner = within;
      const { data } = node;
      if (preformatted) {
        const parts = data.split(/\r\n|\r|\n/u);
        parts.forEach((part, at) => {
          if (at > 0) end();
          open += part;
        });
      } else open = collapse(open, data);
      return;
    }
    if (!isElement(node)) {
      if ('children' in node) for (const child of node.children) visit(child, within, preformatted);
      return;
    }
    const name = node.tagName.toLowerCase();
    if (silent.has(name) || isHidden(node)) return;
    if (name === 'br') {
      end();
      return;
    }
    if (name === 'table' && isDataTable($, node)) {
      end();
      for (const row of $(node).find('tr').toArray()) {
        const cells = $(row)
          .children('td, th')
          .toArray()
          .map((cell) => cellText($, cell));
        if (cells.some((cell) => cell !== '')) lines.push({ text: cells.join('\t'), block: node });
      }
      return;
    }
    const breaks = block.has(name);
    if (breaks) end();
    const inner = breaks ? node : within;
    const pre = preformatted || name === 'pre';
    for (const child of node.children) visit(child, inner, pre);
    if (breaks) end();
  };
  visit(root, root, false);
  end();
  return lines;
}

/** A cell's text on one line. */
function cellText($: CheerioAPI, cell: Element): string {
  return htmlLines($, cell)
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
