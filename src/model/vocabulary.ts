/** The words of the field: the schema of `content/vocabulary.yaml`, and its reading. */
import { parse } from 'yaml';
import { z } from 'zod';

const word = z.string().min(1);
/** Words of a class; those of an inner list mean the same, and search proposes one for another. */
const classes = z.record(
  z.string().regex(/^[a-z][a-z-]*$/u),
  z.array(z.union([word, z.array(word).min(2)])).min(1),
);

const vocabularyFile = z.strictObject({
  verbs: classes,
  /** What a figure is about; the last one named holds until another is. */
  matters: classes,
  /** What is counted, whatever it is about. */
  things: classes,
  bodies: classes,
  /** Words in which another word only seems to stand. */
  idle: z.array(word),
  /** Other expressions that mean the same, for search alone. */
  synonyms: z.array(z.array(word).min(2)),
});

/** Parts a word may play in a clause. */
export type WordKind = 'verb' | 'matter' | 'thing' | 'body';

/** What a word of the vocabulary is: by kind, the classes it belongs to. None for idle words. */
export type WordClasses = Readonly<Partial<Record<WordKind, readonly string[]>>>;

/** The vocabulary, ready for reading. */
export interface Vocabulary {
  words: ReadonlyMap<string, WordClasses>;
  /** The words by their first sign, the longest first. */
  byFirst: ReadonlyMap<string, readonly string[]>;
  /** Groups of expressions that mean the same. */
  synonyms: string[][];
  /** Names of the classes by kind. */
  names: Readonly<Record<WordKind, ReadonlySet<string>>>;
}

const longestFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  b.length - a.length;

/**
 * Reads the text of a `vocabulary.yaml`.
 * @throws {z.ZodError | Error} when it is not valid YAML or not of the schema.
 */
export function parseVocabulary(text: string): Vocabulary {
  const file = vocabularyFile.parse(parse(text));
  const kinds = { verb: file.verbs, matter: file.matters, thing: file.things, body: file.bodies };
  const words = new Map<string, Partial<Record<WordKind, string[]>>>();
  for (const [kind, byName] of Object.entries(kinds) as [WordKind, typeof file.verbs][])
    for (const [name, members] of Object.entries(byName))
      for (const member of members.flat()) {
        const known = words.get(member) ?? {};
        known[kind] = [...(known[kind] ?? []), name];
        words.set(member, known);
      }
  // 行政复议申请 is about 行政复议, whatever else it is.
  const matters = [...words].filter(([, { matter }]) => matter).sort(longestFirst);
  for (const [member, known] of words) {
    const within = known.matter ?? matters.find(([matter]) => member.includes(matter))?.[1].matter;
    if (within) known.matter = within;
  }
  for (const member of file.idle) if (!words.has(member)) words.set(member, {});
  const grouped = Object.values(kinds).flatMap((byName) =>
    Object.values(byName).flatMap((members) =>
      members.filter((member): member is string[] => typeof member !== 'string'),
    ),
  );
  const namesOf = (kind: WordKind) => new Set(Object.keys(kinds[kind]));
  return {
    words,
    byFirst: Map.groupBy(
      [...words.keys()].sort((a, b) => b.length - a.length),
      (member) => member[0] as string,
    ),
    synonyms: [...grouped, ...file.synonyms],
    names: {
      verb: namesOf('verb'),
      matter: namesOf('matter'),
      thing: namesOf('thing'),
      body: namesOf('body'),
    },
  };
}
