/** Cited documents against their labels. */
import { normaliseName } from '../../../src/model/documents.ts';
import type { CitationFact, ReportFacts } from '../../../src/model/facts.ts';
import { plain } from './compare.ts';
import type { Labels } from './labels.ts';
import { matchFacts, type Places } from './match.ts';
import type { Counter } from './tally.ts';

type LabelledDocument = NonNullable<Labels['documents']>[number];

/** A document is cited by its name, or by its number alone. */
function fits({ name, number }: LabelledDocument, cited: CitationFact): boolean {
  if (normaliseName(plain(name)) === normaliseName(plain(cited.name))) return true;
  const own = cited.number === null ? undefined : plain(cited.number);
  return [name, number].some((each) => each !== null && plain(each) === own);
}

/** Counts documents that are found in their section, and the names they are listed under. */
export function measureDocuments(
  { documents = [] }: Labels,
  facts: ReportFacts,
  places: Places,
  counter: Counter,
): void {
  const { found, left } = matchFacts(documents, facts.documents, places, fits);
  for (const label of documents) {
    if (label.either) continue;
    const { section, name, canonical } = label;
    const cited = found.get(label);
    counter.count(['documents.found'], cited ? 'right' : 'missing', `${section} ${name}`);
    if (canonical === null) continue;
    const isRight = cited && plain(cited.canonical) === plain(canonical);
    counter.count(
      ['documents.canonical'],
      !cited ? 'missing' : isRight ? 'right' : 'wrong',
      cited && `${section} ${canonical} read as ${cited.canonical}`,
    );
  }
  // A document that a section cites twice is labelled once.
  const isRepeat = (cited: CitationFact) =>
    documents.some((label) => places.agree(label.section, cited.section) && fits(label, cited));
  for (const cited of left)
    if (!isRepeat(cited))
      counter.count(['documents.found'], 'invented', `${cited.section} ${cited.name}`);
}
