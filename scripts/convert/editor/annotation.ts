/**
 * What a person says about a report: the strict schema of `report.yaml`, and its reading with the line and column of
 * every fault.
 */
import type { VFile } from 'vfile';
import { isCollection, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { withLabels } from '../../../src/model/control-characters.ts';
import { checkKinds, scopes } from '../../../src/model/facts.ts';
import { kind, part, partialDate } from '../../../src/model/report.ts';
import { type Place, report } from '../messages.ts';
import { oneLine } from '../parse/grammar.ts';

const line = z.number().int().positive();
const text = z.string().trim().min(1);
/** What stands in titles, citations and names of files. */
const lineOfText = text.refine((value) => oneLine(value) === value);

/** Words of the source that mark a place in it, after the W3C Web Annotation TextQuoteSelector. */
const quote = {
  /** The words themselves, as printed. */
  exact: text,
  /** Words right before them, where they stand in the source more than once. */
  prefix: z.string().optional(),
  /** Words right after them. */
  suffix: z.string().optional(),
};

/** The schema of `report.yaml`. Every field is optional; a field that is absent is detected. */
export const annotationSchema = z.strictObject({
  region: z.union([z.string(), z.number().int()]).transform(String).optional(),
  year: z.number().int().optional(),
  kind: kind.optional(),
  title: lineOfText.optional(),
  /** The one body that reports; several are named in `issuers`. */
  issuer: lineOfText.optional(),
  issuers: z.array(lineOfText).min(1).optional(),
  town: lineOfText.optional(),
  addressee: lineOfText.optional(),
  publisher: lineOfText.optional(),
  published: partialDate.optional(),
  signed: partialDate.optional(),
  documentNumber: lineOfText.optional(),
  indexNumber: lineOfText.optional(),
  source: lineOfText.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  retrieved: partialDate.optional(),
  /** Lines of the source that are page furniture though the program took them for text. */
  furniture: z.array(line).optional(),
  /** Lines of the source that are text though the program took them for page furniture. */
  keep: z.array(line).optional(),
  /** Headings for passages that are printed without one. `level: 1` makes the passage a chapter. */
  headings: z
    .array(z.strictObject({ ...quote, heading: lineOfText, level: z.literal(1).optional() }))
    .optional(),
  /**
   * Headings that are printed without a number, by line of the source; an import writes those that look like headings.
   * Where given, the program takes no other short line for one. `length`: characters of the line that are the heading.
   */
  unnumbered: z
    .array(z.strictObject({ line, level: z.number().int().positive(), length: line.optional() }))
    .optional(),
  /** Part and themes of sections, by section id. */
  sections: z
    .record(
      z.string(),
      z.strictObject({ part: part.optional(), themes: z.array(z.string()).optional() }),
    )
    .optional(),
  /** What an editor says of values of indicators: `reject` takes a value away, `value` corrects it, neither confirms it. */
  indicators: z
    .array(
      z.strictObject({
        ...quote,
        slug: text,
        reject: z.literal(true).optional(),
        value: z.number().optional(),
        unit: z.string().optional(),
        scope: z.enum(scopes).optional(),
        period: text.optional(),
        aspect: text.optional(),
        note: text.optional(),
      }),
    )
    .optional(),
  /** What an editor says of recomputed figures: `dismiss` takes a finding away, `note` explains it. */
  checks: z
    .array(
      z.strictObject({
        ...quote,
        kind: z.enum(checkKinds).optional(),
        dismiss: z.literal(true).optional(),
        note: text.optional(),
      }),
    )
    .optional(),
  /** Editor's notes on words of the text. */
  notes: z.array(z.strictObject({ ...quote, text })).optional(),
  /** Former section ids and the present ones they lead to. */
  redirects: z.record(z.string(), z.string()).optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** An annotation, and where each of its values stands in the YAML file. */
export interface LocatedAnnotation {
  value: Annotation;
  /** Place of the value at a path of keys and indexes; of its nearest ancestor where it has none of its own. */
  placeOf: (path: readonly PropertyKey[]) => Place;
}

/** What is said where nobody has said anything. */
export const emptyAnnotation: LocatedAnnotation = {
  value: {},
  placeOf: () => ({ line: 1, column: 1 }),
};

/** What is expected of each field, for messages; of one that lists have in another meaning, by list and field. */
const expectations: Record<string, string> = {
  region: 'GB/T 2260 的六位区划代码',
  year: '四位年度，如 2020',
  kind: 'government、department、township 或 other',
  title: '一行文字，不含换行和控制字符',
  issuer: '一行文字，不含换行和控制字符',
  documentNumber: '一行文字，不含换行和控制字符',
  indexNumber: '一行文字，不含换行和控制字符',
  source: '一行文字，不含换行和控制字符',
  heading: '一行文字，不含换行和控制字符',
  issuers: '机关名称的列表，每个一行文字，如 [中共某某市委员会, 某某市人民政府]',
  town: '一行文字，不含换行和控制字符',
  addressee: '一行文字，不含换行和控制字符',
  publisher: '一行文字，不含换行和控制字符',
  published: '日期，如 2021-02-26（只知年月时写 2021-02）',
  signed: '日期，如 2021-02-26（只知年月时写 2021-02）',
  retrieved: '日期，如 2021-02-26',
  url: '以 http:// 或 https:// 开头的网址',
  furniture: '原文行号的列表，如 [1, 47, 49]',
  keep: '原文行号的列表，如 [2]',
  headings: '列表，每项有 exact（原文）、heading（拟题），可有 prefix、suffix、level: 1',
  unnumbered: '列表，每项有 line（原文行号）、level（1 为章），可有 length（标题的字数）',
  sections: '章节编号到 part、themes 的对照',
  notes: '列表，每项有 exact（原文）、text（注文），可有 prefix、suffix',
  redirects: '旧章节编号到新章节编号的对照',
  part: 'progress、problems、responsibility、plan 或 other',
  themes: '主题名的列表',
  level: '1（只能把段落提为一章）',
  'unnumbered.line': '原文的行号，从 1 数起',
  'unnumbered.level': '级别：1 为章，2、3 等依次在下',
  'unnumbered.length': '该行开头属于标题的字数',
  indicators:
    '列表，每项有 slug（指标）、exact（含该数量的原文），可有 reject: true，或 value、unit、scope、period、aspect、note',
  checks: '列表，每项有 exact（含该数量的原文），可有 kind、dismiss: true 或 note（说明）',
  reject: 'true',
  dismiss: 'true',
  value: '数字，如 27',
  scope: `${scopes.join('、')}之一`,
  'checks.kind': `${checkKinds.join('、')}之一`,
};

/** Largest annotation that is read, in characters. */
const largestAnnotation = 256 * 1024;
/** Most unknown keys that are named; a file with more is no annotation. */
const mostFaults = 100;

/** Keys that are allowed at a path of the annotation. */
function allowedKeys(path: readonly PropertyKey[]): string {
  const [field] = path;
  if (field === 'headings') return 'exact、prefix、suffix、heading、level';
  if (field === 'unnumbered') return 'line、level、length';
  if (field === 'notes') return 'exact、prefix、suffix、text';
  if (field === 'indicators')
    return 'slug、exact、prefix、suffix、reject、value、unit、scope、period、aspect、note';
  if (field === 'checks') return 'exact、prefix、suffix、kind、dismiss、note';
  if (field === 'sections') return 'part、themes';
  return Object.keys(annotationSchema.shape).join('、');
}

function shorten(value: unknown): string {
  const shown =
    typeof value === 'string'
      ? `“${withLabels(value.replace(/\s+/gu, ' '))}”`
      : (JSON.stringify(value) ?? '空');
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}

/**
 * Reads a `report.yaml`. All faults of syntax and schema become messages on `file`, each with its place; a field with
 * a fault is left out, so that what the others say can still be checked in the same run.
 * @returns undefined when the file is no YAML mapping
 */
export function readAnnotation(source: string, file: VFile): LocatedAnnotation | undefined {
  if (source.length > largestAnnotation) {
    report(file, 'annotation-too-large', undefined, {
      size: Math.ceil(source.length / 1024),
      limit: largestAnnotation / 1024,
    });
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: counter,
    prettyErrors: false,
    maxAliasCount: 0,
  } as never);
  const placeAt = (offset: number): Place => {
    const { line: at, col } = counter.linePos(offset);
    return { line: Math.max(1, at), column: Math.max(1, col) };
  };
  for (const error of document.errors.slice(0, mostFaults))
    report(file, 'yaml-syntax', placeAt(error.pos[0]), {
      detail: error.message.split('\n')[0] ?? '',
    });
  if (document.errors.length > 0) return undefined;

  const nodeAt = (path: readonly PropertyKey[]): Node | null =>
    path.length === 0
      ? document.contents
      : ((document.getIn(path as string[], true) as Node | undefined) ?? null);
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return placeAt(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const placeOfKey = (path: readonly PropertyKey[], key: string): Place => {
    const parent = nodeAt(path);
    const pair = isMap(parent)
      ? parent.items.find((item) => String((item.key as { value?: unknown })?.value) === key)
      : undefined;
    const range = (pair?.key as Node | undefined)?.range;
    return range ? placeAt(range[0]) : placeOf(path);
  };

  if (document.contents !== null && !isMap(document.contents)) {
    report(file, 'annotation-value', placeOf([]), {
      key: 'report.yaml',
      value: isCollection(document.contents) ? '列表' : '单个值',
      expected: '“键: 值”的形式',
    });
    return undefined;
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    report(file, 'yaml-syntax', { line: 1, column: 1 }, { detail: '不支持别名（* 和 &）' });
    return undefined;
  }
  const parsed = annotationSchema.safeParse(data);
  if (parsed.success) return { value: parsed.data, placeOf };
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, mostFaults))
        report(file, 'annotation-key', placeOfKey(issue.path, key), {
          key,
          expected: allowedKeys(issue.path),
        });
    } else {
      const names = issue.path.filter((step) => typeof step === 'string');
      const name = String(names.at(-1) ?? 'report.yaml');
      const expected =
        expectations[`${names[0]}.${name}`] ??
        expectations[name] ??
        (document.hasIn(issue.path as string[]) ? '文字' : `必须写明 ${name}`);
      report(file, 'annotation-value', placeOf(issue.path), {
        key: issue.path.map(String).join('.'),
        value: shorten(document.getIn(issue.path as string[])),
        expected,
      });
    }
  }
  const sound = annotationSchema.safeParse(withoutFaults(data as Fields, parsed.error.issues));
  return sound.success ? { value: sound.data, placeOf } : undefined;
}

type Fields = Record<PropertyKey, unknown>;

/** The data without unknown keys and without the fields whose values have faults. */
function withoutFaults(data: Fields, issues: readonly z.core.$ZodIssue[]): Fields {
  const rest = structuredClone(data);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = issue.path.reduce<unknown>(
      (value, step) => (value as Fields | undefined)?.[step],
      rest,
    );
    for (const key of issue.keys) delete (parent as Fields | undefined)?.[key];
  }
  for (const issue of issues) {
    const [field] = issue.path;
    if (issue.code !== 'unrecognized_keys' && field !== undefined) delete rest[field];
  }
  return rest;
}
