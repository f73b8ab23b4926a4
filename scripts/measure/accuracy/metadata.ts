/** Verdict and metadata against their labels. */
import type { Detection } from '../../import/recognise/recognise.ts';
import { isSameBody, plain } from './compare.ts';
import type { Labels } from './labels.ts';
import type { Reading } from './read-text.ts';
import type { Counter } from './tally.ts';

type Metadata = NonNullable<Labels['metadata']>;

/** Counts whether a report is taken, and another paper refused. */
export function measureVerdict(labels: Labels, reading: Reading, counter: Counter): void {
  const remark = `${labels.verdict} read as ${reading.verdict} ${reading.refusedBy ?? ''}`;
  const isRight = labels.verdict === reading.verdict;
  counter.count([`verdict.${labels.verdict}`], isRight ? 'right' : 'missing', remark);
  if (!isRight) counter.count([`verdict.${reading.verdict}`], 'invented');
}

/** What the program says of a field; null where it abstains. It says nothing of fields that are not here. */
function said(detection: Detection | undefined): Partial<Record<keyof Metadata, string | null>> {
  if (!detection) return {};
  const { title, year, kind, region, town, published, signed, addressee, publisher } = detection;
  const { documentNumber, indexNumber, source } = detection;
  return {
    ...{ title, published, signed, addressee, publisher, documentNumber, indexNumber, source },
    year: year === null ? null : String(year),
    // The import asks about a body of no kind.
    kind: kind === 'other' ? null : kind,
    region: region?.code ?? null,
    town,
  };
}

/** Fields with one value, in the order of the table. */
const fields = [
  ...(['title', 'year', 'kind', 'region', 'town', 'published', 'signed'] as const),
  ...(['documentNumber', 'indexNumber', 'source', 'addressee', 'publisher'] as const),
];

const labelOf = (metadata: Metadata, field: (typeof fields)[number]): string | null => {
  const label = metadata[field];
  return label === null ? null : typeof label === 'object' ? label.date : String(label);
};

function measureIssuers(metadata: Metadata, said: readonly string[], counter: Counter): void {
  const name = 'metadata.issuers';
  const left = [...said];
  const others = metadata.issuers.filter((label) => {
    const at = left.findIndex((each) => isSameBody(each, label));
    if (at < 0) return true;
    left.splice(at, 1);
    counter.count([name], 'right');
    return false;
  });
  for (const label of others)
    counter.count([name], left.shift() ? 'wrong' : 'missing', `${label} read as ${said}`);
  for (const each of left) counter.count([name], 'invented', each);
}

/** Counts the fields of a report, each right, wrong or abstained from. */
export function measureMetadata(
  metadata: Metadata,
  detection: Detection | undefined,
  counter: Counter,
): void {
  const values = said(detection);
  for (const field of fields) {
    const label = labelOf(metadata, field);
    const value = values[field] ?? null;
    const names = [`metadata.${field}`];
    const remark = `${label} read as ${value}`;
    const isRightKind = field === 'kind' && label === detection?.kind;
    if (label === null) {
      if (value !== null) counter.count(names, 'invented', remark);
    } else if (value === null && !isRightKind) counter.count(names, 'missing', remark);
    else
      counter.count(
        names,
        isRightKind || plain(value as string) === plain(label) ? 'right' : 'wrong',
        remark,
      );
  }
  measureIssuers(metadata, detection?.issuers ?? [], counter);
}
