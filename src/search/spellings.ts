/** Other ways to write a folded literal, to be proposed, never taken for granted. */

const dashes = ['-', '—', '–'];

/** The literal with its dashes written in each of the other ways: reports write 2015—2020 in all of them. */
export function otherDashes(literal: string): string[] {
  return dashes
    .map((dash) => literal.replace(/[-—–]/g, dash))
    .filter((spelling) => spelling !== literal);
}

/** The literal without quotation marks: reports write 行政执法“三项制度” with and without them. */
export function withoutQuotes(literal: string): string[] {
  const bare = literal.replace(/["']/g, '');
  return bare !== literal && bare.length > 1 ? [bare] : [];
}

/**
 * The literal without the number of a section at its beginning, then without stops as well. Both are printed and
 * searched, but what stands under (二) in one report stands under 二是 in another, with a stop behind the heading or a
 * new line.
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

/** Literals that are asked for at most to find a spelling with quotation marks: each costs pieces of the index. */
const mostTries = 24;

/**
 * The first spelling of a literal with quotation marks within it that occurs, 行政执法“三项制度” for 行政执法三项制度;
 * undefined when none was found.
 * @param literal Folded, and found nowhere as it is.
 * @param occurs Whether a folded literal stands anywhere.
 */
export async function withQuotes(
  literal: string,
  occurs: (literal: string) => Promise<boolean>,
): Promise<string | undefined> {
  let tries = mostTries + literal.length;
  const stands = async (text: string) => tries-- > 0 && occurs(text);
  /** Goes on from a beginning that occurs and has marks already, up to the end of the literal. */
  const extend = async (
    begin: string,
    from: number,
    marks: number,
  ): Promise<string | undefined> => {
    const begins = [begin];
    let to = from;
    while (to < literal.length) {
      const longer = (begins.at(-1) as string) + literal[to];
      if (!(await stands(longer))) break;
      begins.push(longer);
      to++;
    }
    if (to === literal.length && marks) return begins.at(-1);
    // A mark stands most likely where the literal breaks off.
    const last = Math.min(to, literal.length - 1);
    for (let at = marks < 2 ? last : -1; at >= Math.max(from, 1); at--) {
      const marked = `${begins[at - from]}"${literal[at]}`;
      const whole = (await stands(marked)) && (await extend(marked, at + 1, marks + 1));
      if (whole) return whole;
    }
    return undefined;
  };
  const found = await extend('', 0, 0);
  return found && paired(found, stands);
}

/** A spelling with a mark too few completed by the one at its end or beginning, where such a text occurs. */
async function paired(
  spelling: string,
  occurs: (literal: string) => Promise<boolean>,
): Promise<string> {
  if ((spelling.split('"').length - 1) % 2 === 0) return printed(spelling);
  if (await occurs(`${spelling}"`)) return printed(`${spelling}"`);
  return (await occurs(`"${spelling}`)) ? printed(`"${spelling}`) : spelling;
}

/** A folded text with its quotation marks as they are printed. */
function printed(spelling: string): string {
  let open = false;
  return spelling.replace(/"/g, () => {
    open = !open;
    return open ? '“' : '”';
  });
}
