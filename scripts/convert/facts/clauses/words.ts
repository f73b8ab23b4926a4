/** Finds the words of the vocabulary in a text. */
import type { Vocabulary, WordClasses, WordKind } from '../../../../src/model/vocabulary.ts';

/** A word of the vocabulary where it stands; offsets are UTF-16 units of the text that was read. */
export interface Word {
  start: number;
  end: number;
  text: string;
  classes: WordClasses;
  /** 不予, 未, 没有 stand right before it. */
  negated: boolean;
}

/** Finds words in texts, in reading order; of words that overlap the first, and of those the longest. */
export type Lexicon = (text: string) => Word[];

const negation = /(?:未|不|不予|未予|未经|未被|没有|无|尚未|从未|并未|未能|未予以|不得)$/u;
/** Longest negation. */
const negationReach = 3;

/** Whether what stands right before an offset negates what follows. */
function isNegated(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - negationReach), at);
  return negation.test(before) && !/[有无]无$|从?无到$/u.test(before);
}

/** Makes a lexicon of the vocabulary. Reading is linear in the length of the text: few words share their first sign. */
export function lexiconOf({ words, byFirst }: Vocabulary): Lexicon {
  return (text) => {
    const found: Word[] = [];
    for (let at = 0; at < text.length; ) {
      const word = byFirst.get(text[at] as string)?.find((each) => text.startsWith(each, at));
      if (word === undefined) {
        at++;
        continue;
      }
      const end = at + word.length;
      const classes = words.get(word) as WordClasses;
      found.push({ start: at, end, text: word, classes, negated: isNegated(text, at) });
      at = end;
    }
    return found;
  };
}

/** Whether a word plays a part, of one of some classes where they are given. */
export function isA({ classes }: Word, kind: WordKind, names?: ReadonlySet<string>): boolean {
  const own = classes[kind];
  return own !== undefined && (names === undefined || own.some((name) => names.has(name)));
}
