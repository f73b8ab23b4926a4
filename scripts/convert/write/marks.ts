/** Facts → marks on the words of the page: elements around existing text, and points behind it. */
import { type ReportFacts, valueRows, verdictLabel } from '../../../src/model/facts.ts';
import { blocksOf, walkSections } from '../parse/walk.ts';
import { blockStarts } from '../resolve/places.ts';
import type { ResolvedNode } from '../types.ts';

/** An element around words of a paragraph (block ≥ 0) or a heading (block -1); a point where start is end. */
export interface TextMark {
  section: string;
  block: number;
  start: number;
  end: number;
  /** Component of the body. */
  name: 'Figure' | 'Cite' | 'CheckRef';
  attributes: Record<string, string>;
}

interface Place {
  section: string;
  field: 'heading' | 'text';
  start: number;
  end: number;
}

/**
 * The marks of a report in reading order. Words in tables bear none, nor do words another mark covers.
 */
export function textMarks(nodes: readonly ResolvedNode[], facts: ReportFacts): TextMark[] {
  const starts = blockStarts(nodes);
  const shifts = new Map<string, number>();
  const tables = new Set<string>();
  for (const node of walkSections(nodes)) {
    const heading = node.heading ?? '';
    // open data trim the heading of blanks at its start
    shifts.set(node.id, heading.length - heading.trimStart().length);
    blocksOf(node).forEach((block, index) => {
      if (block.type === 'table') tables.add(`${node.id} ${index}`);
    });
  }

  const placeIn = ({ section, field, start, end }: Place) => {
    if (field === 'heading') {
      const shift = shifts.get(section) ?? 0;
      return { section, block: -1, start: start + shift, end: end + shift };
    }
    const blocks = starts.get(section) ?? [];
    const block = blocks.findLastIndex((at) => at <= start);
    const at = blocks[block] ?? 0;
    return { section, block, start: start - at, end: end - at };
  };
  const bySlug = Map.groupBy(
    facts.indicators.filter(({ quantity }) => quantity !== null),
    ({ quantity }) => quantity as number,
  );
  const rows = valueRows(facts.indicators);
  const marks: TextMark[] = [];
  for (const [index, values] of bySlug) {
    const quantity = facts.quantities[index];
    if (!quantity) continue;
    const of = values.map(({ slug }) => slug).join(' ');
    const row = (values[0] && rows.get(values[0])) ?? '';
    marks.push({ ...placeIn(quantity), name: 'Figure', attributes: { of, row } });
  }
  for (const citation of facts.documents)
    marks.push({ ...placeIn(citation), name: 'Cite', attributes: { of: citation.slug } });
  facts.checks.forEach((check, index) => {
    const quantity = facts.quantities[check.quantity];
    // A figure that is merely given twice goes unmarked; the list below the text holds it.
    if (!quantity || (check.kind === 'repeat' && check.verdict === 'agrees')) return;
    const place = placeIn(quantity);
    const attributes = {
      number: String(index + 1),
      verdict: check.verdict,
      label: verdictLabel(check),
      formula: check.formula,
    };
    marks.push({ ...place, start: place.end, name: 'CheckRef', attributes });
  });
  return marks.filter(({ section, block }) => !tables.has(`${section} ${block}`));
}
