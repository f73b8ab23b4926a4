/** Parts and themes of sections, recognised by the cue words of `themes.yaml`. */
import type { Part } from '../../../src/model/report.ts';
import { isPassage } from '../../../src/model/section-styles.ts';
import type { Theme, ThemesFile } from '../../../src/model/themes.ts';
import { trimHeading } from '../parse/grammar.ts';
import { simplify } from '../parse/simplify.ts';
import { isFrame } from '../parse/unnumbered.ts';
import { blocksOf, sectionsOf, textOf } from '../parse/walk.ts';
import type { ResolvedNode } from '../types.ts';
import type { IdentifiedNode } from './ids.ts';

/** What an editor says of a section; it goes before what is recognised, and its part holds for what is below. */
export interface SectionOverride {
  part?: Part;
  themes?: string[];
}

/** Weights of a cue; a heading says more than the text under it. */
const weights = { strong: 8, heading: 3, text: 1, inherited: 2 };
/** A theme counts from this score on, and only near the leading one. */
const threshold = 3;
const nearLead = 0.45;
const mostThemes = 3;
/** Occurrences of one cue that count: a word repeated ten times is no tenfold evidence. */
const mostOccurrences = 3;

function count(text: string, word: string): number {
  let found = 0;
  for (
    let at = text.indexOf(word);
    at >= 0 && found < mostOccurrences;
    at = text.indexOf(word, at + word.length)
  )
    found++;
  return found;
}

/** Removes the expressions in which a cue word means something else. */
function without(text: string, expressions: readonly string[]): string {
  return expressions.reduce(
    (rest, expression) => (rest.includes(expression) ? rest.replaceAll(expression, ' ') : rest),
    text,
  );
}

function score(theme: Theme, heading: string, text: string): number {
  const head = without(heading, theme.not);
  const body = without(text, theme.not);
  const strong = theme.strong.some((word) => head.includes(word)) ? weights.strong : 0;
  const inHeading = theme.cues.filter((word) => head.includes(word)).length * weights.heading;
  const inText = theme.cues.reduce((sum, word) => sum + count(body, word), 0) * weights.text;
  return strong + inHeading + inText;
}

/** Own text of a node and of everything below it. */
function fullText(node: IdentifiedNode): string {
  const below = sectionsOf(node).map((child) => `${child.heading ?? ''}${fullText(child)}`);
  return [...blocksOf(node).map(textOf), ...below].join('');
}

function chooseThemes(
  themes: readonly Theme[],
  heading: string,
  text: string,
  inherited: readonly string[],
): string[] {
  const scored = themes
    .map((theme) => {
      const own = score(theme, heading, text);
      return {
        slug: theme.slug,
        score: own > 0 && inherited[0] === theme.slug ? own + weights.inherited : own,
      };
    })
    .filter((entry) => entry.score >= threshold)
    .sort((a, b) => b.score - a.score);
  const lead = scored[0]?.score ?? 0;
  const near = scored.filter((entry) => entry.score >= lead * nearLead).slice(0, mostThemes);
  return near.length > 0 ? near.map((entry) => entry.slug) : inherited.slice(0, 1);
}

/** A chapter heading that names the kind of chapter and no subject: 一、主要举措及成效. */
function isGeneric(node: IdentifiedNode, themes: readonly Theme[]): boolean {
  const heading = simplify(node.heading ?? '');
  return (
    sectionsOf(node).length > 0 &&
    !themes.some((theme) => theme.strong.some((word) => without(heading, theme.not).includes(word)))
  );
}

/** Part that a heading names; the more specific parts go first. */
function partOf(heading: string, definitions: ThemesFile['parts']): Part | undefined {
  const order: Part[] = ['responsibility', 'problems', 'plan', 'progress'];
  return order.find((slug) => {
    const named = definitions.find((part) => part.slug === slug);
    return named?.whole.includes(heading) || named?.cues.some((cue) => heading.includes(cue));
  });
}

interface Inherited {
  part: Part;
  themes: string[];
}

/**
 * Gives every node its part and themes.
 * @param overrides what an editor says, by section id
 */
export function classify(
  nodes: readonly IdentifiedNode[],
  file: ThemesFile,
  overrides: ReadonlyMap<string, SectionOverride> = new Map(),
): ResolvedNode[] {
  const resolve = (
    node: IdentifiedNode,
    depth: number,
    inherited: Inherited | undefined,
  ): ResolvedNode => {
    const override = overrides.get(node.id);
    const heading = simplify(trimHeading(node.editorialHeading ?? node.heading ?? ''));
    const part = override?.part ?? choosePart(node, heading, depth, inherited);
    const generic = depth === 0 && isGeneric(node, file.themes);
    const detected =
      generic || node.closing
        ? []
        : chooseThemes(file.themes, heading, simplify(fullText(node)), inherited?.themes ?? []);
    const themes = override?.themes ?? detected;
    const below = sectionsOf(node).map((child) => resolve(child, depth + 1, { part, themes }));
    return { ...node, part, themes, children: [...blocksOf(node), ...below] };
  };
  const choosePart = (
    node: IdentifiedNode,
    heading: string,
    depth: number,
    inherited: Inherited | undefined,
  ): Part => {
    if (node.closing) return 'other';
    const named = partOf(heading, file.parts);
    if (depth === 0) {
      if (named) return named;
      return isPassage(node) && (heading === '' || isFrame(heading)) ? 'other' : 'progress';
    }
    if (named === 'responsibility' && inherited?.part === 'progress') return named;
    return inherited?.part ?? 'other';
  };
  return nodes.map((node) => resolve(node, 0, undefined));
}
