/** Parts and themes of sections, recognised by the words of `themes.yaml`. */
import type { Part, ThemeEvidence } from '../../../src/model/report.ts';
import { isPassage } from '../../../src/model/section-styles.ts';
import type { ThemesFile } from '../../../src/model/themes.ts';
import { trimHeading } from '../parse/grammar.ts';
import { isFrame, opensPlan } from '../parse/heading-shapes.ts';
import { simplify } from '../parse/simplify.ts';
import { blocksOf, ownText, sectionsOf } from '../parse/walk.ts';
import type { ResolvedNode } from '../types.ts';
import { findCues } from './cues.ts';
import type { IdentifiedNode } from './ids.ts';
import { isWanting, partNamed } from './parts.ts';
import { decideThemes, type Heard, type Speech } from './topics.ts';

/** What an editor says of a section; it goes before what is recognised, and its part holds for what is below. */
export interface SectionOverride {
  part?: Part;
  themes?: string[];
}

/** What stands in a section and everything below it, read once. */
interface Read {
  node: IdentifiedNode;
  /** Simplified; empty where there is none. */
  heading: string;
  /** Its own text, simplified. */
  own: string;
  speech: Speech;
  /** What it says by itself. */
  themes: string[];
  below: Read[];
}

/** The first clause of a text, which says what it is about. */
const clause = /^[^。;；,，]*/u;
/** Names of cited documents. */
const citedName = /《[^《》]{1,80}》/gu;

function hear(text: string, file: ThemesFile): Heard[] {
  const cited = [...text.matchAll(citedName)].map(({ index, 0: name }) => [
    index,
    index + name.length,
  ]) as [number, number][];
  return findCues(text, file).map((cue) => ({
    ...cue,
    cited: cited.some(([from, to]) => from <= cue.start && cue.start < to),
  }));
}

function read(node: IdentifiedNode, file: ThemesFile): Read {
  const below = sectionsOf(node).map((child) => read(child, file));
  const heading = simplify(trimHeading(node.editorialHeading ?? node.heading ?? ''));
  const own = simplify(ownText(node));
  const inHeading = hear(heading, file);
  const said = hear(own, file);
  const opens = clause.exec(own)?.[0].length ?? 0;
  const speech: Speech = {
    heading: inHeading,
    opening: said.filter(({ start }) => start < opens),
    leadLength: inHeading.length > 0 ? heading.length : opens,
    text: [...said, ...below.flatMap(({ speech: { heading, text } }) => [...heading, ...text])],
    length: below.reduce(
      (sum, child) => sum + child.heading.length + child.speech.length,
      own.length,
    ),
    below: below.filter((child) => child.heading !== '').map(({ themes }) => themes),
  };
  const themes = decideThemes(speech, []).map(({ theme }) => theme);
  return { node, heading, own, speech, themes, below };
}

interface Above {
  part: Part;
  /** It is about problems, and about plans as well. */
  plans: boolean;
  themes: string[];
}

/**
 * Gives every node its part and themes, with the words that decided.
 * @param overrides what an editor says, by section id
 */
export function classify(
  nodes: readonly IdentifiedNode[],
  file: ThemesFile,
  overrides: ReadonlyMap<string, SectionOverride> = new Map(),
): ResolvedNode[] {
  const choosePart = ({ node, heading, own }: Read, above: Above | undefined): Part => {
    if (node.closing) return 'other';
    const named = partNamed(heading, file.parts);
    if (!above)
      return (
        named?.part ??
        (isPassage(node) && (heading === '' || isFrame(heading)) ? 'other' : 'progress')
      );
    if (named?.alone) return named.part;
    if (named?.anywhere && above.part === 'progress') return named.part;
    const turns = heading === '' ? opensPlan(own) : above.plans && !isWanting(heading);
    return above.part === 'problems' && turns ? 'plan' : above.part;
  };
  /** Names a part and no subject, is a signature, or leads in. */
  const saysNothing = (section: Read, above: Above | undefined): boolean => {
    const { node, heading, own, speech } = section;
    if (node.closing) return true;
    if (heading === '')
      return isPassage(node) && (above ? section.below.length > 0 && opensPlan(own) : hasHeadings);
    const named = partNamed(heading, file.parts);
    return (
      named !== undefined &&
      named.part !== 'responsibility' &&
      (named.alone ||
        !speech.heading.some(({ speaks }) => speaks.some(({ grade }) => grade !== 'weak')))
    );
  };
  const resolve = (section: Read, above: Above | undefined): ResolvedNode => {
    const { node, speech } = section;
    const override = overrides.get(node.id);
    const part = override?.part ?? choosePart(section, above);
    const evidence: ThemeEvidence[] = override?.themes
      ? override.themes.map((theme) => ({ theme, from: 'editor', words: [] }))
      : saysNothing(section, above)
        ? []
        : decideThemes(speech, above?.themes ?? []);
    const themes = evidence.map(({ theme }) => theme);
    const plans = partNamed(section.heading, file.parts)?.plans ?? false;
    const below = section.below.map((child) => resolve(child, { part, plans, themes }));
    return { ...node, part, themes, evidence, children: [...blocksOf(node), ...below] };
  };
  const sections = nodes.map((node) => read(node, file));
  const hasHeadings = sections.some(({ heading }) => heading !== '');
  return sections.map((section) => resolve(section, undefined));
}
