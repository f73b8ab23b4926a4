/** The schema of `labels.yaml`: what a careful reader reads in a text of the corpus. The format is told in tests/corpus/README.md. */
import { z } from 'zod';

/** Files that a text may stand in. */
export const sourceNames = ['source.txt', 'source.html', 'source.docx', 'source.pdf'] as const;

export const verdicts = ['report', 'not-report'] as const;
export const bodyKinds = ['government', 'department', 'township', 'other'] as const;
export const parts = ['progress', 'problems', 'responsibility', 'plan', 'other'] as const;
export const checkKinds = ['sum', 'rate', 'growth', 'remainder', 'repeat', 'table'] as const;
export const checkVerdicts = ['agrees', 'partial', 'differs'] as const;

const words = z.string().min(1);
const slug = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u);
/** `s1-k7-i3`; a true duplicate ends in `_2`. */
const sectionId = z.string().regex(/^[sknmoip]\d+(?:_\d+)?(?:-[sknmoip]\d+(?:_\d+)?)*$/u);

/** A day, a month or a year that there is. */
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
  .refine((text) => {
    const [year, month = 1, day = 1] = text.split('-').map(Number) as [number, number?, number?];
    const made = new Date(Date.UTC(year, month - 1, day));
    return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  });

/** Careful readers may differ: neither demanded nor wrong. */
const either = z.literal(true).optional();

const metadata = z.strictObject({
  title: words.nullable(),
  year: z.int().min(2004).max(2030).nullable(),
  issuers: z.array(words),
  addressee: words.nullable(),
  publisher: words.nullable(),
  kind: z.enum(bodyKinds).nullable(),
  region: z
    .string()
    .regex(/^[1-9]\d{5}$/u)
    .nullable(),
  town: words.nullable(),
  published: z.strictObject({ date, label: words, line: z.int().positive().optional() }).nullable(),
  signed: z.strictObject({ date, label: words }).nullable(),
  documentNumber: words.nullable(),
  indexNumber: words.nullable(),
  source: words.nullable(),
});

/** Fields that a reader decides by words that are no label. */
const evidence = z.partialRecord(z.enum(['verdict', ...metadata.keyof().options]), words);

const section = z.strictObject({
  id: sectionId,
  /** `null` for a paragraph that is a section without a heading of its own. */
  heading: words.nullable(),
  part: z.enum(parts),
  themes: z.array(slug),
  /** Themes that are neither demanded nor wrong. */
  or: z.array(slug).optional(),
});

const quantity = z.union([
  words,
  z.strictObject({
    exact: words,
    value: z.number().optional(),
    unit: z.string().optional(),
    either,
  }),
]);

const cell = z.strictObject({
  section: sectionId,
  row: words,
  column: words,
  unit: z.string().nullable(),
  value: z.number(),
  either,
});

const indicator = z.strictObject({
  slug,
  value: z.number(),
  unit: z.string(),
  section: sectionId,
  quote: words,
  either,
});

const check = z.strictObject({
  section: sectionId,
  kind: z.enum(checkKinds),
  stated: words,
  from: z.array(words).min(1),
  computed: z.number(),
  verdict: z.enum(checkVerdicts),
  either,
});

const cited = z.strictObject({
  section: sectionId,
  name: words,
  canonical: words.nullable(),
  number: words.nullable(),
  either,
});

export const labels = z
  .strictObject({
    layout: z.array(z.url({ protocol: /^https?$/u })).min(1),
    author: z.string().regex(/^[a-z]$/u),
    verdict: z.enum(verdicts),
    /** What is no report may go without. */
    metadata: metadata.nullable().optional(),
    evidence: evidence.optional(),
    outline: z.array(section).optional(),
    quantities: z.record(sectionId, z.array(quantity)).optional(),
    tables: z.array(cell).optional(),
    indicators: z.array(indicator).optional(),
    checks: z.array(check).optional(),
    documents: z.array(cited).optional(),
    traps: z.array(words).optional(),
  })
  .superRefine((read, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (read.verdict === 'report' && !read.metadata) fault(['metadata'], 'is missing');

    const ids = (read.outline ?? []).map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) fault(['outline', index, 'id'], 'stands twice');
      const parent = id.slice(0, Math.max(0, id.lastIndexOf('-')));
      if (parent && !ids.slice(0, index).includes(parent))
        fault(['outline', index, 'id'], 'has no parent before it');
    });

    for (const id of Object.keys(read.quantities ?? {}))
      if (!ids.includes(id)) fault(['quantities', id], 'is no section of the outline');
    for (const key of ['tables', 'indicators', 'checks', 'documents'] as const)
      (read[key] ?? []).forEach((each, index) => {
        if (!ids.includes(each.section))
          fault([key, index, 'section'], 'is no section of the outline');
      });
  });

export type Labels = z.infer<typeof labels>;

/** Value and unit of a figure: digits, scale, 余 and unit, read without the program's own grammar. */
export function labelled(exact: string): { value: number; unit: string } {
  const groups =
    /^(?:近|超过)?(?<digits>[\d.]+)(?<scale>[万亿]?)(?:余|多)?(?<unit>(?:[^\d.余多以][^\d余多以]*)?)(?:以上)?$/u.exec(
      exact,
    )?.groups;
  const { digits = '', scale = '', unit = '' } = groups ?? {};
  if (unit === '元' && scale) return { value: Number(digits), unit: scale + unit };
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return { value: Number((Number(digits) * factor).toPrecision(12)), unit };
}
