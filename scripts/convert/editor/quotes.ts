/** Finds the words an editor quotes in the official text, blanks aside. */
import type { VFile } from 'vfile';
import { report } from '../messages.ts';
import { compact } from '../parse/grammar.ts';
import { blocksOf, textOf, walkSections } from '../parse/walk.ts';
import type { IdentifiedNode } from '../resolve/ids.ts';
import type { LocatedAnnotation } from './annotation.ts';

/** A quote: words, and the words right before and after them. */
export interface Quote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** A place in the text: a paragraph of a section (its index), or the section's heading (-1). */
export interface TextPlace {
  section: string;
  block: number;
}

/** Where a quote begins, and where it ends: behind the character at `end`, in UTF-16 units. */
export interface Anchor extends TextPlace {
  start: TextPlace;
  end: number;
}

interface Piece extends TextPlace {
  text: string;
  /** A printed number: a quote may run over it, but no note can stand inside it. */
  marker: boolean;
}

/** The whole text in reading order, cut where headings and paragraphs begin. */
function pieces(nodes: readonly IdentifiedNode[]): Piece[] {
  return [...walkSections(nodes)].flatMap((node) => {
    const section = node.id;
    const first = node.heading === null ? 0 : -1;
    return [
      { section, block: first, text: node.marker, marker: true },
      { section, block: -1, text: node.heading ?? '', marker: false },
      ...blocksOf(node).map((block, index) => ({
        section,
        block: index,
        text: textOf(block),
        marker: false,
      })),
    ];
  });
}

/** Offset in `text` behind its n-th character that is no blank. */
function offsetBehind(text: string, n: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (compact(text[i] as string) !== '') seen++;
    if (seen === n) return i + 1;
  }
  return text.length;
}

/** Every place a quote stands at; headings, numbers and paragraphs are one running text. */
export function locate(nodes: readonly IdentifiedNode[], quote: Quote): Anchor[] {
  const exact = compact(quote.exact);
  const prefix = compact(quote.prefix ?? '');
  const suffix = compact(quote.suffix ?? '');
  if (exact === '') return [];
  const all = pieces(nodes).map((piece) => ({ ...piece, bare: compact(piece.text) }));
  const starts: number[] = [];
  let text = '';
  for (const piece of all) {
    starts.push(text.length);
    text += piece.bare;
  }
  const pieceAt = (offset: number) => {
    let index = starts.findLastIndex((start) => start <= offset);
    while (index > 0 && all[index]?.bare === '') index--;
    return index;
  };
  const found: Anchor[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (!text.slice(0, at).endsWith(prefix) || !text.startsWith(suffix, end)) continue;
    const first = all[pieceAt(at)] as Piece;
    const index = pieceAt(end - 1);
    const last = all[index] as Piece;
    found.push({
      start: { section: first.section, block: first.block },
      section: last.section,
      block: last.block,
      end: last.marker ? 0 : offsetBehind(last.text, end - (starts[index] as number)),
    });
  }
  return found;
}

/**
 * The one place a quote stands at; a quote found nowhere or more than once is a message on `file`.
 * @param path path of the quote in the annotation, for the message's place
 */
export function locateOnce(
  nodes: readonly IdentifiedNode[],
  quote: Quote,
  file: VFile,
  annotation: LocatedAnnotation,
  path: PropertyKey[],
): Anchor | undefined {
  const found = locate(nodes, quote);
  if (found.length === 1) return found[0];
  const place = annotation.placeOf([...path, 'exact']);
  const exact = quote.exact.length > 30 ? `${quote.exact.slice(0, 30)}…` : quote.exact;
  if (found.length === 0) report(file, 'quote-not-found', place, { exact });
  else report(file, 'quote-ambiguous', place, { exact, count: found.length });
  return undefined;
}
