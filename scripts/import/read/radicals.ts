/**
 * Characters that some PDF programs write for Han characters that look the same: radicals of the Unicode blocks
 * U+2E80–2FD5. They are the wrong code for the right glyph, and no search would find them.
 */

/** Simplified forms of the supplement that Unicode itself does not equate. */
const supplement: Record<string, string> = Object.fromEntries(
  [
    ...'⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙⻳龟⺟母'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical, character]) => [radical as string, character as string]),
);

/** Writes Han characters for radicals that stand in their place. */
export function repairRadicals(text: string): string {
  return text.replace(
    /[\u2E80-\u2FD5]/gu,
    (radical) => supplement[radical] ?? radical.normalize('NFKC'),
  );
}
