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

export type KnownDocument = z.infer<typeof document>;

export interface Documents {
  /** Known documents by normalised name. */
  byName: Map<string, KnownDocument>;
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

/**
 * Reads the text of a `documents.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML, not of the schema, or a name belongs to two documents.
 */
export function parseDocuments(text: string): Documents {
  const file = documentsFile.parse(parse(text));
  const byName = new Map<string, KnownDocument>();
  for (const known of file.documents)
    for (const name of new Set([known.name, ...known.aliases].map(normaliseName))) {
      const other = byName.get(name);
      if (other)
        throw new Error(`documents.yaml：“${name}”同时属于 ${other.slug} 和 ${known.slug}`);
      byName.set(name, known);
    }
  return { byName, works: file.works };
}
