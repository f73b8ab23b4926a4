/**
 * Sets half-width punctuation between Chinese characters apart, as full-width punctuation is by its own width. Each sign gets an
 * element of its own, beside which styles show a space: no character is added, and what is copied stays the same.
 */

/** What is passed over: elements that hold no markup of the text, tags, and characters written as entities. */
const passed =
  /<(?:script|style|textarea|option|svg)\b[\s\S]*?<\/(?:script|style|textarea|option|svg)>|<\/?[a-zA-Z](?:"[^"]*"|[^">])*>|&[#\w]+;/
    .source;
const inline = '(?:</?(?:a|abbr|b|em|i|mark|span|strong)\\b[^<>]*>)*';
const before = `(?<=[\\p{Script=Han}\\d%‰”’》〉)）\\]]${inline})`;
const after = `(?=${inline}[\\p{Script=Han}“‘《〈(])`;
const signs = new RegExp(
  `${passed}|${before}([,:;!?)])${after}|(?<=\\p{Script=Han}${inline})(\\()(?=${inline}\\S)`,
  'gu',
);

/** A page, in whose main part half-width punctuation stands in elements with class `half`. */
export function spacePunctuation(html: string): string {
  const from = html.indexOf('<main');
  const to = html.lastIndexOf('</main>');
  if (from < 0 || to < from) return html;
  const main = html
    .slice(from, to)
    .replace(signs, (piece, behind?: string, opening?: string) =>
      behind || opening ? `<span class="half${opening ? ' opening' : ''}">${piece}</span>` : piece,
    );
  return html.slice(0, from) + main + html.slice(to);
}
