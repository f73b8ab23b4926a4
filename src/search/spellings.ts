/** Other ways to write a folded literal, to be proposed, never taken for granted. */

const dashes = ['-', '—', '–'];

/** The literal with its dashes written in each of the other ways: reports write 2015—2020 in all of them. */
export function otherDashes(literal: string): string[] {
  return dashes
    .map((dash) => literal.replace(/[-—–]/g, dash))
    .filter((spelling) => spelling !== literal);
}

/**
 * The literal as the index knows it where it was copied from a page: the number of a section, and the stop
 * between a heading and the text behind it, are no part of the searchable text.
 */
export function withoutNumbering(literal: string): string[] {
  const bare = literal.replace(
    /^(\(?[一二三四五六七八九十]+[)、]|第?[一二三四五六七八九十]+[是,、]|\(?\d{1,2}[)、.]|[①-⑳])/,
    '',
  );
  return [bare, bare.replace(/[。:]/g, '')].filter(
    (spelling) => spelling !== literal && spelling.length > 1,
  );
}
