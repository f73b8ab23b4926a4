/** The printed texts that excerpts are cut from: those that were indexed, and no others. */
import type { PrintedSection } from '../../model/printed.ts';
import { routes } from '../../model/routes.ts';
import { bearing, fetchGenuine } from '../../search/genuine.ts';
import type { IndexedReport } from '../../search/report.ts';
import { siteLink } from '../shared/site-link.ts';

/** Sections of a report by their ids, in reading order. */
export type Sections = Map<string, PrintedSection>;

const texts = new Map<string, Promise<Sections>>();
let failed = 0;

/** How many texts could not be had since the page was opened. */
export const failedTexts = (): number => failed;

/** The text of a report. @throws when the one that was indexed cannot be had. */
export function readText({ id, text }: IndexedReport): Promise<Sections> {
  const key = `${id} ${text}`;
  const known = texts.get(key);
  if (known) return known;
  const reading = fetchGenuine(siteLink(routes.textData(id)), bearing(text)).then((bytes) => {
    const sections: PrintedSection[] = JSON.parse(new TextDecoder().decode(bytes));
    return new Map(sections.map((section) => [section.id, section]));
  });
  texts.set(key, reading);
  reading.catch(() => {
    failed++;
    texts.delete(key);
  });
  return reading;
}
