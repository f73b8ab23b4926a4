/** Marks of sentences and clauses: browsers find a passage only where it begins and ends with whole words. */
const stops = /[，,。；;：:、！？!?\n]/u;
/** Fewest characters that tell a passage from others on a page. */
const fewest = 6;

/** Clauses from one end of a text until there are enough characters. */
function clauses(pieces: readonly string[]): string {
  return pieces.find((piece) => piece.length >= fewest) ?? pieces[0] ?? '';
}

/**
 * The address of the page a report was published on, with a text fragment that leads to a passage of it.
 * https://wicg.github.io/scroll-to-text-fragment/
 * @param text the passage as printed, lines parted by line feeds
 */
export function officialPassage(page: string, text: string): string {
  const pieces = text
    .split(stops)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const first = clauses(pieces);
  const last = clauses(pieces.toReversed());
  if (first === '') return page;
  // The signs that part the pieces of a directive are written out.
  const written = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
  const directive = first === last ? written(first) : `${written(first)},${written(last)}`;
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}
