/** Text in columns of a terminal, where a Han character takes two. */

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += wide.test(character) ? 2 : 1;
  return sum;
}

/** Cuts a text to a width, with … where something is left out. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let out = '';
  for (const character of text) {
    if (width(out + character) > columns - 2) break;
    out += character;
  }
  return `${out}…`;
}

/** Pads a text with blanks to a width. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Rows as a table whose columns stand under each other. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => width(row[at] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
