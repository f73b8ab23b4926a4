/** Text for XML 1.0 documents. */
import { withoutUnprintable } from './unprintable.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute in double quotes; `[U+000B]` stands for a character that XML cannot hold. */
export function xmlText(text: string): string {
  return withoutUnprintable(text).replace(/[&<>"]/g, (sign) => entities[sign] as string);
}
