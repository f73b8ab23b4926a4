/** Indicators: the schema of `content/indicators.yaml`, and its reading. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Vocabulary, WordKind } from './vocabulary.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** One name, or several. */
const names = z.union([z.string().transform((name) => [name]), z.array(z.string()).min(1)]);

/** What the clause of a figure must hold. Every class is one of `vocabulary.yaml`. */
const find = z.strictObject({
  /** Groups of units, see `units`. */
  unit: names,
  /** Matters, one of which the figure must be about. */
  about: names.optional(),
  /** How far off the matter may be named: else in the headings at most. */
  near: z.enum(['own', 'sentence', 'passage']).optional(),
  /** Things, one of which must be counted. */
  thing: names.optional(),
  /** Verbs, one of which must be said of it; `none` where no verb may stand with it as well. */
  verb: names.optional(),
  /** Also where the verb shares the figure with others. */
  joint: z.boolean().default(false),
  /** Verbs, one of which must be said of it in the clause behind: 均已报备. */
  follow: names.optional(),
  /** Bodies, one of which must act. */
  body: names.optional(),
  /** Classes of any kind, one of which must stand in the sentence up to the clause's end. */
  with: names.optional(),
  /** Matters, one of which must have been named in the passage or its headings; else the value is uncertain. */
  context: names.optional(),
  /** Classes of any kind that must not stand in the clause. */
  without: names.optional(),
  /** A rate or a share; else neither is a value. */
  rate: z.boolean().default(false),
  /** Indicator whose value must stand right before it in the sentence. */
  after: slug.optional(),
  /** Always uncertain. */
  doubt: z.boolean().default(false),
});

const definition = z.strictObject({
  /** Permanent name in addresses and data. */
  slug,
  name: z.string().min(1),
  /** Name of the theme it belongs to. */
  group: z.string().min(1),
  /** Unit most reports use. */
  unit: z.string().min(1),
  definition: z.string().min(1),
  recognition: z.string().min(1),
  /** What must not be mistaken for it, and what limits comparison. */
  caution: z.string().min(1),
  find: z.array(find).min(1),
  /** Words of the clause → what is counted there, where one indicator is counted in several ways. */
  aspect: z.record(z.string(), z.string()).default({}),
});

const indicatorsFile = z.strictObject({
  /** Units by the name of their group. */
  units: z.record(z.string(), z.array(z.string()).min(1)),
  indicators: z.array(definition),
});

/** A find as written, with its classes as sets and its units spelled out. */
export interface Find
  extends Omit<
    z.infer<typeof find>,
    'unit' | 'about' | 'thing' | 'verb' | 'follow' | 'body' | 'with' | 'context' | 'without'
  > {
  unit: ReadonlySet<string>;
  about: ReadonlySet<string> | undefined;
  thing: ReadonlySet<string> | undefined;
  verb: ReadonlySet<string> | undefined;
  follow: ReadonlySet<string> | undefined;
  body: ReadonlySet<string> | undefined;
  with: ReadonlySet<string> | undefined;
  context: ReadonlySet<string> | undefined;
  without: ReadonlySet<string> | undefined;
}

export interface Indicator extends Omit<z.infer<typeof definition>, 'find'> {
  find: Find[];
}

/** The catalogue, ready for matching. */
export interface Indicators {
  definitions: Indicator[];
  vocabulary: Vocabulary;
}

/** Kinds of words that a key of a find may name. */
const kinds: Record<string, readonly WordKind[]> = {
  about: ['matter'],
  thing: ['thing'],
  verb: ['verb'],
  follow: ['verb'],
  body: ['body'],
  with: ['verb', 'matter', 'thing', 'body'],
  context: ['matter'],
  without: ['verb', 'matter', 'thing', 'body'],
};

/**
 * Reads the text of an `indicators.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML or not of the schema, a slug is defined twice, or there is no
 * class or group of units of a name.
 */
export function parseIndicators(text: string, vocabulary: Vocabulary): Indicators {
  const file = indicatorsFile.parse(parse(text));
  const slugs = new Set(file.indicators.map((indicator) => indicator.slug));
  if (slugs.size < file.indicators.length) throw new Error('indicators.yaml：有指标定义了两次');
  const read = (of: string, rule: z.infer<typeof find>): Find => {
    const classes = (key: keyof typeof kinds & keyof typeof rule) => {
      const wanted = rule[key] as string[] | undefined;
      for (const name of wanted ?? [])
        if (name !== 'none' && !kinds[key]?.some((kind) => vocabulary.names[kind].has(name)))
          throw new Error(`indicators.yaml：${of} 的 ${key} 里，vocabulary.yaml 没有 ${name} 类`);
      return wanted && new Set(wanted);
    };
    const unit = rule.unit.flatMap((group) => {
      const units = file.units[group];
      if (!units) throw new Error(`indicators.yaml：${of} 的 unit 里，没有 ${group} 这组单位`);
      return units;
    });
    if (rule.after && !slugs.has(rule.after))
      throw new Error(`indicators.yaml：指标 ${rule.after} 没有定义`);
    return {
      ...rule,
      unit: new Set(unit),
      about: classes('about'),
      thing: classes('thing'),
      verb: classes('verb'),
      follow: classes('follow'),
      body: classes('body'),
      with: classes('with'),
      context: classes('context'),
      without: classes('without'),
    };
  };
  return {
    definitions: file.indicators.map((indicator) => ({
      ...indicator,
      find: indicator.find.map((rule) => read(indicator.slug, rule)),
    })),
    vocabulary,
  };
}
