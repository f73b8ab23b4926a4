/**
 * Themes of a section, decided by evidence that can be shown. The heading goes first: a word that settles a theme there,
 * or one that speaks for it, is enough. Where it says nothing certain, the text is asked: it has to say more the longer it
 * is, and what only hints counts where nothing stronger speaks.
 */
import type { ThemeEvidence } from '../../../src/model/report.ts';
import type { Grade } from '../../../src/model/themes.ts';
import type { Cue } from './cues.ts';

/** What one word of a grade is worth. */
const worth: Readonly<Record<Grade, number>> = { strong: 3, cues: 2, weak: 1 };
/** A theme is certain from one word that speaks for it. */
const certain = worth.cues;
/** Weak words of one theme together are worth no more than this. */
const mostWeak = 2;
/** Each repetition of a word adds a share of its worth, up to a number of them. */
const repeated = 0.25;
const mostRepetitions = 3;
/** A word in the name of a cited document says half as much: what is studied there is not what the section is about. */
const cited = 0.5;
/** Words of a short heading, or of the opening clause of what has none, count as many times in the text; of a long one less. */
const leading = { short: 3, long: 1.5 };
const shortLead = 14;
/** What the section above is about speaks for it here as well. */
const inherited = 1;
/** In a text longer than this, a theme takes more than one word: one more point for as many characters again. */
const shortText = 160;
const mostAsked = 5;
/** Themes of a text stand beside the first when they come as near. */
const nearFirst = 0.75;
const mostThemes = 3;
/** What a text has to say of a theme that the heading does not name, and more than of those it names. */
const besideHeading = 12;
/** What a text has to say of a theme that a word of the heading hints at which speaks for another one. */
const besideHint = 5;

/** A word with where it stands. */
export interface Heard extends Cue {
  cited: boolean;
}

/** What the parts of a section say. */
export interface Speech {
  heading: readonly Heard[];
  /** Opening clause of a section without heading. */
  opening: readonly Heard[];
  /** Characters of the heading, or of the opening clause where the heading says nothing. */
  leadLength: number;
  text: readonly Heard[];
  /** Characters of the text. */
  length: number;
  /** Themes of each section with a heading that is right below. */
  below: readonly (readonly string[])[];
}

interface Score {
  theme: string;
  score: number;
  /** One word at least speaks for the theme alone. */
  spoken: boolean;
  words: Set<string>;
}

/** Scores of all themes that words speak for, best first; of equals the one that speaks first. */
function scores(heard: readonly Heard[]): Score[] {
  const themes = new Map<string, Map<string, { value: number; grade: Grade; times: number }>>();
  for (const { word, speaks, cited: isCited } of heard)
    for (const { theme, grade } of speaks) {
      const words = themes.get(theme) ?? new Map();
      themes.set(theme, words);
      const value = worth[grade] * (isCited ? cited : 1);
      const known = words.get(word);
      if (!known) {
        words.set(word, { value, grade, times: 1 });
        continue;
      }
      known.grade = grade;
      known.value = Math.max(value, known.value);
      known.times = Math.min(known.times + 1, mostRepetitions);
    }
  return [...themes]
    .map(([theme, words]) => {
      const total = (weak: boolean) =>
        [...words.values()]
          .filter(({ grade }) => (grade === 'weak') === weak)
          .reduce((sum, { value, times }) => sum + value * (1 + repeated * (times - 1)), 0);
      return {
        theme,
        score: total(false) + Math.min(mostWeak, total(true)),
        spoken: [...words.values()].some(({ grade }) => grade !== 'weak'),
        words: new Set(words.keys()),
      };
    })
    .sort((a, b) => b.score - a.score);
}

const evidence = (found: readonly Score[], from: ThemeEvidence['from']): ThemeEvidence[] =>
  found.map(({ theme, words }) => ({ theme, from, words: [...words].slice(0, 6) }));

/** Adds scores, each times a factor. */
function together(parts: readonly (readonly [readonly Score[], number])[]): Score[] {
  const sums = new Map<string, Score>();
  for (const [part, factor] of parts)
    for (const { theme, score, spoken, words } of part) {
      const sum = sums.get(theme) ?? { theme, score: 0, spoken: false, words: new Set() };
      sums.set(theme, {
        theme,
        spoken: sum.spoken || spoken,
        score: sum.score + score * factor,
        words: new Set([...sum.words, ...words]),
      });
    }
  return [...sums.values()].sort((a, b) => b.score - a.score);
}

/** Themes that words speak for that speak for another as well: 化解争议 for two alike, 矛盾纠纷 for one beside its own. */
const hintedBy = (heard: readonly Heard[]) =>
  new Set(
    heard
      .filter(({ speaks }) => speaks.length > 1)
      .flatMap(({ speaks }) => speaks.map(({ theme }) => theme)),
  );

/** Themes that half of the sections below are about, and two of them at least. */
function sharedBelow(below: Speech['below']): string[] {
  const asked = Math.max(2, below.length / 2);
  return [...new Set(below.flat())].filter(
    (theme) => below.filter((themes) => themes.includes(theme)).length >= asked,
  );
}

/**
 * The themes of a section with the words that speak for each, most important first.
 * @param above themes of the section that holds it
 */
export function decideThemes(speech: Speech, above: readonly string[]): ThemeEvidence[] {
  const heading = scores(speech.heading);
  const settled = heading.filter(({ score, spoken }) => spoken && score >= certain);
  const text = scores(speech.text);
  if (settled.length > 0) {
    const named = new Set(settled.map(({ theme }) => theme));
    const own = text.find(({ theme }) => named.has(theme))?.score ?? 0;
    const beside = text.find(({ theme }) => !named.has(theme));
    const hinted = hintedBy(speech.heading);
    const more = text.filter(
      (each) =>
        !named.has(each.theme) &&
        (hinted.has(each.theme)
          ? each.spoken && each.score >= besideHint
          : each === beside && each.score >= Math.max(besideHeading, own)),
    );
    const below = sharedBelow(speech.below).filter((theme) => !named.has(theme));
    return [
      ...evidence(settled, 'heading'),
      ...below.map((theme) => ({ theme, from: 'below' as const, words: [] })),
      ...evidence(
        more.filter(({ theme }) => !below.includes(theme)),
        'text',
      ),
    ].slice(0, mostThemes);
  }

  const lead = scores(speech.heading.length > 0 ? speech.heading : speech.opening);
  const asked = Math.min(mostAsked, certain + Math.floor(speech.length / shortText));
  const found = together([
    [lead, speech.leadLength <= shortLead ? leading.short : leading.long],
    [text, 1],
  ])
    .map((each) => (each.theme === above[0] ? { ...each, score: each.score + inherited } : each))
    .filter(({ score }) => score >= asked)
    .sort((a, b) => b.score - a.score);
  const first = found[0]?.score ?? 0;
  const hinted = hintedBy(speech.heading);
  const said = new Set(text.filter(({ spoken }) => spoken).map(({ theme }) => theme));
  const near = found
    .filter(
      ({ theme, score }) => score >= first * nearFirst || (hinted.has(theme) && said.has(theme)),
    )
    .slice(0, 2);
  if (near.length > 0) return evidence(near, 'text');
  return above.slice(0, 1).map((theme) => ({ theme, from: 'above', words: [] }));
}
