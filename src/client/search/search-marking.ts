/** Finds in a rendered text what a query asks for: ranges of its text nodes, none of which is changed. */
import { findSpans } from '../../search/excerpt.ts';
import { parseQuery } from '../../search/query.ts';
import { variantsFor } from '../../search/variants.ts';

/** The literals of a query as typed, for showing, and where they stand, in reading order. */
export async function findRanges(
  root: Element,
  query: string,
): Promise<{ words: string[]; ranges: Range[] }> {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const starts: number[] = [];
  let section: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement?.closest('[data-style]') ?? null;
    if (around !== section) starts.push(text.length);
    section = around;
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  const variants = await variantsFor(query, text);
  const terms = parseQuery(query, variants, () => []).terms.filter(({ exclude }) => !exclude);
  let at = 0;
  // Spans ascend, so the node of one is never before that of the one before.
  const ranges = findSpans(text, terms, variants, starts).map(([from, to]) => {
    const range = document.createRange();
    while ((nodes[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= from) at++;
    const first = nodes[at] as (typeof nodes)[number];
    range.setStart(first.node, from - first.start);
    let last = at;
    while ((nodes[last + 1]?.start ?? Number.POSITIVE_INFINITY) < to) last++;
    const final = nodes[last] as (typeof nodes)[number];
    range.setEnd(final.node, to - final.start);
    return range;
  });
  return { words: terms.map(({ literal }) => literal), ranges };
}
