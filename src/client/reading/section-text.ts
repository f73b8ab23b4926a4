/** Official text of a part of the article: one line for each heading, paragraph and row of a table. */
export function sectionText(part: Element): string {
  const blocks = 'p, .head, tr';
  const lines = part.matches(blocks) ? [part] : [...part.querySelectorAll(blocks)];
  return lines
    .map((line) => {
      const cells = [...line.querySelectorAll('td')];
      const texts = cells.length > 0 ? cells : [line];
      return texts.map((text) => (text.textContent ?? '').trim()).join('\t');
    })
    .filter(Boolean)
    .join('\n');
}
