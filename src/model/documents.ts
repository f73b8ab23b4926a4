/** Cited documents with several names: the schema of `content/documents.yaml`, and its reading. */
import { parse } from 'yaml';
import { z } from 'zod';
import { documentKind } from './facts.ts';

const document = z.strictObject({
  /** Permanent name of the document's page. */
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The name it is listed under. */
  name: z.string().min(1),
  kind: documentKind,
  /** 文号, where it is well known. */
  number: z.string().optional(),
  year: z.number().int().optional(),
  /** Other names it is cited by. */
  aliases: z.array(z.string()).default([]),
});

const documentsFile = z.strictObject({
  documents: z.array(document),
  /** Names in 《》 that are newspapers, programmes and works, no documents; as regular expressions. */
  works: z.array(z.string().transform((source) => new RegExp(source, 'u'))),
});

/** What a name or number is known to stand for; without a slug its page is named after its name. */
export type KnownDocument = Omit<z.infer<typeof document>, 'slug' | 'aliases'> & {
  slug?: string;
};

/** National laws and regulations: the schema of `content/laws.yaml`. */
const lawsFile = z.strictObject({
  /** Full names of laws. */
  laws: z.array(z.string().min(1)),
  /** Full names of 行政法规, with the numbers of the orders of the State Council that published or revised them. */
  regulations: z.record(z.string().min(1), z.array(z.int().positive())),
});

export interface Documents {
  /** Documents of `documents.yaml` by normalised name. */
  byName: Map<string, KnownDocument>;
  /** National laws and regulations by normalised name. */
  national: Map<string, KnownDocument>;
  /** Documents by normalised number. */
  byNumber: Map<string, KnownDocument>;
  works: RegExp[];
}

const dash = /[-–—－~～至]+/gu;

/**
 * What two spellings of one name share: brackets and dashes of one kind, no blanks, 中华人民共和国 left out.
 * Nested names keep their words only.
 */
export function normaliseName(name: string): string {
  return name
    .replace(/[\s\u00a0\u3000]/gu, '')
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')')
    .replace(/[〈〉<>＜＞《》“”"]/gu, '')
    .replace(/(?<=\d{4})(?:年)?[-–—－~～至]+(?=\d{4})/gu, '-')
    .replace(dash, (sign, at: number, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') ? '-' : sign,
    )
    .replace(/[,，]/gu, '、')
    .replace(/^中华人民共和国/u, '')
    .replace(/\((?:试行|暂行|修订|修正案?|草案|送审稿|征求意见稿)\)$/u, '');
}

/** What two spellings of one number share. */
export const normaliseNumber = (number: string) =>
  number
    .replace(/\s/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/[［[【(（]/gu, '〔')
    .replace(/[］\]】)）]/gu, '〕')
    .replace(/第(\d+)号令$/u, '令第$1号')
    .replace(/令(\d+号)$/u, '令第$1')
    .replace(/〕第/u, '〕');

/**
 * Reads the texts of a `documents.yaml` and a `laws.yaml`; what the first says of a document goes before.
 * @throws {z.ZodError | Error} when one is not valid YAML, not of the schema, or a name belongs to two documents.
 */
export function parseDocuments(text: string, laws: string): Documents {
  const file = documentsFile.parse(parse(text));
  const byName = new Map<string, KnownDocument>();
  for (const known of file.documents)
    for (const name of new Set([known.name, ...known.aliases].map(normaliseName))) {
      const other = byName.get(name);
      if (other)
        throw new Error(`documents.yaml：“${name}”同时属于 ${other.slug} 和 ${known.slug}`);
      byName.set(name, known);
    }
  const national = new Map<string, KnownDocument>();
  const byNumber = new Map<string, KnownDocument>();
  // To compare its many keys with each other takes longer than to read them; one that stands twice does no harm.
  const listed = lawsFile.parse(parse(laws, { uniqueKeys: false }));
  for (const name of listed.laws) national.set(normaliseName(name), { name, kind: 'law' });
  for (const [name, orders] of Object.entries(listed.regulations)) {
    const known = byName.get(normaliseName(name)) ?? { name, kind: 'regulation' };
    national.set(normaliseName(name), known);
    for (const order of orders) byNumber.set(`国务院令第${order}号`, known);
  }
  for (const known of file.documents)
    if (known.number) byNumber.set(normaliseNumber(known.number), known);
  return { byName, national, byNumber, works: file.works };
}
