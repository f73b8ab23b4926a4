/** Indicators: the schema of `content/indicators.yaml`, and its reading. */
import { parse } from 'yaml';
import { z } from 'zod';

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `不是合法的正则表达式：${source}（${String(error)}）`,
    });
    return z.NEVER;
  }
});
const patterns = z.array(pattern).default([]);
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** How values are recognised. The patterns see the words around the number, with # for the number itself. */
const ruleFields = {
  /** Units as printed; with scales applied, but for money. */
  units: z.array(z.string()).min(1),
  /** The topic spoken of last before the number must be one of these. */
  topic: z.array(z.string()).optional(),
  /** One of them must match `before#after`, within the clause. */
  any: patterns,
  /** As `any`, but what follows reaches to the next quantity. */
  follow: patterns,
  /** None of them may match `before#after`. */
  not: patterns,
  /** Expressions that `not` does not see. */
  allow: patterns,
  /** One of them must stand in the sentence. */
  sentence: patterns,
  notSentence: patterns,
  /** Must stand in the section before the number, or in the headings above it; else the value is uncertain. */
  needs: pattern.optional(),
  /** Who it is about, against whom else: the nearer before the number counts. */
  subject: pattern.optional(),
  others: pattern.optional(),
  /** Without a subject before the number there is no value; otherwise it is uncertain. */
  subjectRequired: z.boolean().default(false),
  /** Makes a value uncertain. */
  doubt: patterns,
  /** The quantity right before this one in the sentence must bear this indicator. */
  after: slug.optional(),
  /** It must bear none of these. */
  notAfter: z.array(slug).default([]),
  /** Expression in the clause → what is counted there, where one indicator is counted in several ways. */
  aspect: z.record(z.string(), z.string()).default({}),
  /** By unit: an expression that must match as well. */
  notUnitAny: z.record(z.string(), pattern).default({}),
};

const definition = z.strictObject({
  /** Permanent name in addresses and data. */
  slug,
  name: z.string().min(1),
  group: z.string().min(1),
  /** Unit most reports use. */
  unit: z.string().min(1),
  definition: z.string().min(1),
  recognition: z.string().min(1),
  /** What must not be mistaken for it, and what limits comparison. */
  caution: z.string().min(1),
  ...ruleFields,
});

/** A second rule of an indicator that is already defined. */
const variant = z.strictObject({ slug, name: z.string(), variant: z.literal(true), ...ruleFields });

const indicatorsFile = z.strictObject({
  topics: z.record(z.string(), z.array(z.string()).min(1)),
  never: patterns,
  /** Sentences that tell of plans. */
  neverSentence: patterns,
  indicators: z.array(z.union([definition, variant])),
});

export type Indicator = z.infer<typeof definition>;
export type IndicatorRule = Indicator | z.infer<typeof variant>;

/** The catalogue, ready for matching. */
export interface Indicators {
  /** Names of topics and one expression that finds all of them: each topic is a capturing group of its name. */
  topicPattern: RegExp;
  topics: string[];
  never: RegExp[];
  neverSentence: RegExp[];
  /** All rules in the order of the file. */
  rules: IndicatorRule[];
  /** The definitions, each slug once. */
  definitions: Indicator[];
}

/**
 * Reads the text of an `indicators.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML or not of the schema, or a slug is defined twice or never.
 */
export function parseIndicators(text: string): Indicators {
  const file = indicatorsFile.parse(parse(text));
  const definitions = file.indicators.filter((rule): rule is Indicator => !('variant' in rule));
  const slugs = new Set(definitions.map((indicator) => indicator.slug));
  if (slugs.size < definitions.length) throw new Error('indicators.yaml：有指标定义了两次');
  const unknown = file.indicators.find((rule) => !slugs.has(rule.slug));
  if (unknown) throw new Error(`indicators.yaml：指标 ${unknown.slug} 没有定义`);
  const topics = Object.keys(file.topics);
  for (const rule of file.indicators)
    for (const topic of rule.topic ?? [])
      if (!topics.includes(topic)) throw new Error(`indicators.yaml：没有话题 ${topic}`);
  const topicPattern = new RegExp(
    topics.map((name) => `(?<${name}>${(file.topics[name] ?? []).join('|')})`).join('|'),
    'gu',
  );
  return {
    topicPattern,
    topics,
    never: file.never,
    neverSentence: file.neverSentence,
    rules: file.indicators,
    definitions,
  };
}
