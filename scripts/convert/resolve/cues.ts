/** Finds the words of `themes.yaml` in a text. */
import { type Grade, grades, type ThemesFile } from '../../../src/model/themes.ts';

/** A word of the list as it stands in a text. */
export interface Cue {
  word: string;
  start: number;
  /** What it says of each theme; nothing where it is neutral. */
  speaks: readonly { theme: string; grade: Grade }[];
}

/** The words by their first character, longest first. */
type Lexicon = Map<string, Entry[]>;

interface Entry {
  word: string;
  /** It has a place where any character may stand. */
  isOpen: boolean;
  speaks: { theme: string; grade: Grade }[];
}

/** Stands for any one character of a word. */
const any = '?';
/** A word with this behind it is part of the name of an office: 应急管理局. */
const office = /^(?:管理|监督管理|服务管理)?(?:局|厅|署)/u;

function build(file: ThemesFile): Lexicon {
  const words = new Map<string, { theme: string; grade: Grade }[]>();
  for (const word of file.neutral) words.set(word, []);
  for (const theme of file.themes)
    for (const grade of grades)
      for (const word of theme[grade])
        words.set(word, [...(words.get(word) ?? []), { theme: theme.slug, grade }]);
  const lexicon: Lexicon = new Map();
  for (const [word, speaks] of [...words].sort(([a], [b]) => b.length - a.length)) {
    const first = word[0] as string;
    lexicon.set(first, [
      ...(lexicon.get(first) ?? []),
      { word, isOpen: word.includes(any), speaks },
    ]);
  }
  return lexicon;
}

const lexicons = new WeakMap<ThemesFile, Lexicon>();

function lexiconOf(file: ThemesFile): Lexicon {
  const known = lexicons.get(file) ?? build(file);
  lexicons.set(file, known);
  return known;
}

function standsAt(text: string, { word, isOpen }: Entry, start: number): boolean {
  if (!isOpen) return text.startsWith(word, start);
  for (let at = 0; at < word.length; at++) {
    const character = text[start + at];
    if (character === undefined || (word[at] !== any && word[at] !== character)) return false;
  }
  return true;
}

/**
 * The words that stand in a text, in reading order. Of words inside one another the longest counts alone; neutral ones
 * and names of offices are left out.
 * @param text in Simplified characters
 */
export function findCues(text: string, file: ThemesFile): Cue[] {
  const lexicon = lexiconOf(file);
  const cues: Cue[] = [];
  let covered = 0;
  for (let start = 0; start < text.length; start++) {
    const entry = lexicon.get(text[start] as string)?.find((each) => standsAt(text, each, start));
    if (!entry) continue;
    const end = start + entry.word.length;
    if (end <= covered) continue;
    covered = end;
    if (entry.speaks.length > 0 && !office.test(text.slice(end, end + 6)))
      cues.push({ word: text.slice(start, end), start, speaks: entry.speaks });
  }
  return cues;
}
