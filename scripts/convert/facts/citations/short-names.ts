/** Short names that a report gives to documents: 《…》（以下简称《纲要》）, and 《纲要》 where one document alone can be meant. */
import type { NameSpan } from './names.ts';

/** Between a name and the short one that is given to it; a number may stand there. */
const given =
  /^\s?[(（]?[^《》。]{0,40}?(?:以下)?(?:简称|统称|下称|称)(?:为)?[:：]?\s?(?:《|“|")?$/u;
const quoted =
  /^\s?[(（]?[^《》。]{0,40}?(?:以下)?(?:简称|统称|下称)(?:为)?[:：]?\s?[“"]([^”"]{2,20})[”"]/u;
/** What a document is called when it has been named before. */
const generic = /^(?:实施)?(?:纲要|规划|条例|规定|意见|办法|方案|计划|决定|通知|要点)$/u;

/** A text with the names in it. */
export interface NamedText {
  text: string;
  spans: readonly NameSpan[];
}

/** Full names by the short ones that a report uses for them; short names that may stand for several are left out. */
export function shortNames(texts: readonly NamedText[]): Map<string, string> {
  const full = new Map<string, string>();
  const names = new Set<string>();
  const short = new Set<string>();
  for (const { text, spans } of texts)
    for (const [index, { name, start, end }] of spans.entries()) {
      const before = spans[index - 1];
      if (before && given.test(text.slice(before.end, start))) {
        full.set(name, full.get(before.name) ?? before.name);
        continue;
      }
      const said = quoted.exec(text.slice(end, end + 70))?.[1];
      if (said) full.set(said, name);
      (generic.test(name) ? short : names).add(name);
    }
  for (const name of short) {
    if (full.has(name)) continue;
    const meant = [...names].filter((each) =>
      each.replace(/[(（][^()（）]*[)）]$/u, '').endsWith(name),
    );
    if (meant.length === 1) full.set(name, meant[0] as string);
  }
  // 《法治政府建设实施纲要》 without its years, where the report names it with them.
  const withYears = new Map<string, string[]>();
  for (const name of names) {
    const bare = name.replace(/[(（]\d{4}.*$/u, '');
    if (bare !== name) withYears.set(bare, [...(withYears.get(bare) ?? []).slice(0, 1), name]);
  }
  for (const [bare, meant] of withYears)
    if (names.has(bare) && meant.length === 1) full.set(bare, meant[0] as string);
  return full;
}
