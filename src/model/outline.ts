/** Ways through the outline of a report. */

interface Node<Self> {
  id: string;
  children: Self[];
}

/** All entries of an outline in reading order, each with the entries that hold it, outermost first. */
export function* walkOutline<Entry extends Node<Entry>>(
  entries: Entry[],
  ancestors: Entry[] = [],
): Generator<{ entry: Entry; ancestors: Entry[] }> {
  for (const entry of entries) {
    yield { entry, ancestors };
    yield* walkOutline(entry.children, [...ancestors, entry]);
  }
}

/** An entry that bears a theme, where it stands, and the entries below it that bear the theme as well. */
export interface ThemeHit<Entry> {
  entry: Entry;
  /** The entries that hold it, outermost first. */
  ancestors: Entry[];
  inner: Entry[];
}

/** The topmost entries that bear a theme, in reading order, each with those below it that do. */
export function themeHits<Entry extends Node<Entry> & { themes: string[] }>(
  entries: Entry[],
  theme: string,
): ThemeHit<Entry>[] {
  const hits: ThemeHit<Entry>[] = [];
  for (const { entry, ancestors } of walkOutline(entries)) {
    if (!entry.themes.includes(theme)) continue;
    const top = hits.at(-1);
    if (top && ancestors.includes(top.entry)) top.inner.push(entry);
    else hits.push({ entry, ancestors, inner: [] });
  }
  return hits;
}
