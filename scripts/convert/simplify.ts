/** Traditional characters as Simplified ones, one to one, for recognition only: what is printed never changes. */
import pairs from 'opencc-js/dict/TSCharacters';

/** Characters that the table takes for Traditional ones though Simplified names of places hold them: 乾县. */
const simplifiedToo = '乾';

const simplified = new Map<string, string>();
for (const pair of pairs.split('|')) {
  const [traditional = '', target = ''] = pair.split(' ');
  if (traditional.length === 1 && target.length === 1 && !simplifiedToo.includes(traditional))
    simplified.set(traditional, target);
}

/** The Simplified form of one UTF-16 unit, itself where it has none. */
export function simplifyCharacter(character: string): string {
  return simplified.get(character) ?? character;
}

/** The text with its Traditional characters simplified; its length and offsets stay. */
export function simplify(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const replacement = simplified.get(text.charAt(at));
    if (!replacement) continue;
    result += text.slice(copied, at) + replacement;
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
