/** Puts the texts of several reports in rows. */
import type { Section } from '../../model/report.ts';

/** A section with those of its descendants that belong to the same row. */
export interface Fragment {
  section: Section;
  children: Fragment[];
}

/**
 * Sorts the sections of a report into rows, so that every text stands in exactly one. A section without a key of its
 * own goes with the section around it; one with another key than that section starts anew in its own row.
 * @param keyOf key of a section's row, undefined where it has none of its own
 * @param otherwise key of a section at the top that no section settles
 */
export function intoRows(
  sections: Section[],
  keyOf: (section: Section) => string | undefined,
  otherwise: (section: Section) => string,
): Map<string, Fragment[]> {
  const rows = new Map<string, Fragment[]>();
  const place = (section: Section, above: string, siblings: Fragment[] | undefined): void => {
    const key = keyOf(section) ?? above;
    const fragment: Fragment = { section, children: [] };
    const goesWithParent = siblings !== undefined && key === above;
    // The row takes the fragment before its children come, so that rows keep the order of reading.
    const row = goesWithParent ? siblings : (rows.get(key) ?? []);
    row.push(fragment);
    if (!goesWithParent) rows.set(key, row);
    for (const child of section.children) place(child, key, fragment.children);
    // A heading whose sections all stand elsewhere has nothing to head here.
    if (!section.text && fragment.children.length === 0 && section.children.length > 0)
      row.splice(row.indexOf(fragment), 1);
  };
  for (const section of sections) place(section, otherwise(section), undefined);
  return rows;
}
