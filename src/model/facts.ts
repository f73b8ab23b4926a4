/**
 * What is read out of a report beside its text: quantities, values of indicators, recomputed figures and cited
 * documents. The shape of `content/reports/<id>.facts.json` and of `data/facts/<id>.json`.
 */
import { z } from 'zod';

export const scopes = ['本级', '全域', '部门'] as const;
export const checkKinds = ['sum', 'rate', 'growth', 'remainder', 'repeat', 'table'] as const;
export const checkVerdicts = ['agrees', 'partial', 'differs'] as const;
export type CheckKind = (typeof checkKinds)[number];
export type CheckVerdict = (typeof checkVerdicts)[number];
export const valueStatuses = ['certain', 'uncertain', 'confirmed', 'corrected'] as const;
export type ValueStatus = (typeof valueStatuses)[number];
export const documentKinds = ['law', 'regulation', 'party', 'plan', 'local', 'other'] as const;
export const documentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKind>;

/** Where words stand: offsets are UTF-16 units of the section's `heading` or `text` in the open data. */
const place = {
  section: z.string(),
  field: z.enum(['heading', 'text']),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
};

const modifiers = {
  scope: z.enum(scopes).nullable(),
  /** As printed: 全年, 截至11月底. */
  period: z.string().nullable(),
};

export const quantityFact = z.strictObject({
  ...place,
  exact: z.string(),
  value: z.number(),
  /** Upper end of a range. */
  max: z.number().nullable(),
  unit: z.string(),
  approx: z.string().nullable(),
  ...modifiers,
  cumulative: z.boolean(),
  /** The noun phrase it counts. */
  noun: z.string(),
  /** The sentence, or the part of a long one around the number; of a table, its row. */
  quote: z.string(),
  /** Words at the head of its row and column, where it stands in a table. */
  row: z.string().optional(),
  column: z.string().optional(),
});
export type QuantityFact = z.infer<typeof quantityFact>;

export const indicatorValue = z.strictObject({
  slug: z.string(),
  /** Index into `quantities`; null for a value that only an editor gives. */
  quantity: z.number().int().nonnegative().nullable(),
  value: z.number(),
  unit: z.string(),
  approx: z.string().nullable(),
  ...modifiers,
  /** What is counted, where the indicator is counted in several ways. */
  aspect: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  section: z.string(),
  quote: z.string(),
  status: z.enum(valueStatuses),
  /** What an editor says about it. */
  note: z.string().nullable(),
});
export type IndicatorValue = z.infer<typeof indicatorValue>;

/**
 * The rows of a report's values in the tables of their indicators: the section of each, and behind it which one of the
 * section it is, from the second on.
 */
export function valueRows<Value extends Pick<IndicatorValue, 'slug' | 'section'>>(
  values: readonly Value[],
): Map<Value, string> {
  const seen = new Map<string, number>();
  return new Map(
    values.map((value) => {
      const of = `${value.slug} ${value.section}`;
      const number = (seen.get(of) ?? 0) + 1;
      seen.set(of, number);
      return [value, number === 1 ? value.section : `${value.section}_${number}`];
    }),
  );
}

export const checkFact = z.strictObject({
  kind: z.enum(checkKinds),
  verdict: z.enum(checkVerdicts),
  stated: z.number(),
  computed: z.number(),
  unit: z.string(),
  formula: z.string(),
  section: z.string(),
  /** Index into `quantities` of the figure that was checked. */
  quantity: z.number().int().nonnegative(),
  quote: z.string(),
  /** An editor's explanation. */
  note: z.string().nullable(),
});
export type CheckFact = z.infer<typeof checkFact>;

export const citationFact = z.strictObject({
  ...place,
  /** As printed between the outer 《 and 》. */
  name: z.string(),
  /** The name the document is listed under. */
  canonical: z.string(),
  /** Address of the document's page. */
  slug: z.string(),
  kind: documentKind,
  /** 文号 printed beside the name. */
  number: z.string().nullable(),
  /** Year of the document, from its name or number. */
  year: z.number().int().nullable(),
  /** The sentence, or the clauses of a long one around the name. */
  quote: z.string(),
  /** Whether the sentence goes on before and after the quote. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type CitationFact = z.infer<typeof citationFact>;

export const reportFacts = z.strictObject({
  id: z.string(),
  quantities: z.array(quantityFact),
  indicators: z.array(indicatorValue),
  checks: z.array(checkFact),
  documents: z.array(citationFact),
});
export type ReportFacts = z.infer<typeof reportFacts>;

/** What is said of a recomputed figure: neutral, and in the unit of the text. */
export function verdictLabel({
  verdict,
  computed,
  unit,
}: Pick<CheckFact, 'verdict' | 'computed' | 'unit'>): string {
  if (verdict === 'agrees') return '一致';
  if (verdict === 'partial') return '分项未列全';
  return `按文中数字计算为 ${computed}${unit}`;
}
