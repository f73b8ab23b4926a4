/** What stands printed before the own text of sections. Without the schemas, so that browsers load little. */
import type { PrintedSection } from './printed.ts';

/** The printed number and heading of every section of a report, by section id: what stands before its own text. */
export type Leads = ReadonlyMap<string, string>;

interface Texts {
  id: string;
  text: string;
  children: Texts[];
}

/**
 * Cuts the printed text of every section where its own text begins.
 * @param printed all sections of a report
 * @param sections the same ones with their own text, as the open data have them
 */
export function leadsOf(printed: readonly PrintedSection[], sections: readonly Texts[]): Leads {
  const byId = new Map(printed.map((section) => [section.id, section]));
  const leads = new Map<string, string>();
  const visit = ({ id, text: own, children }: Texts): void => {
    const { text = '', head = 0 } = byId.get(id) ?? {};
    // Without a heading, whatever is printed before the section's own text is its number.
    const end = head > 0 ? head : text.length - own.trimEnd().length;
    leads.set(id, text.slice(0, end));
    children.forEach(visit);
  };
  sections.forEach(visit);
  return leads;
}
