/** Frames of clauses → values of indicators, by the finds of `indicators.yaml`. */
import type { Find, Indicator, Indicators } from '../../../../src/model/indicators.ts';
import type { WordKind } from '../../../../src/model/vocabulary.ts';
import { simplify } from '../../parse/simplify.ts';
import type { Mark } from '../clauses/grammar.ts';
import { type Frame, isLight, type Origin, parseClauses, type Slot } from '../clauses/parse.ts';
import { isA, lexiconOf, type Word } from '../clauses/words.ts';
import type { Quantity } from '../quantities/collect.ts';
import { cellFrames } from './cells.ts';

/** A quantity that was recognised as the value of an indicator. */
export interface Match {
  slug: string;
  quantity: Quantity;
  /** A slot was filled from afar, or the words leave a doubt. */
  uncertain: boolean;
  /** What is counted, where an indicator is counted in several ways. */
  aspect: string | null;
}

type Classes = ReadonlySet<string>;
type QuantityFrame = Frame<Quantity>;

/** What is compared, planned, left over or an average is no value of the year. */
const noValue: readonly Mark[] = [
  'change',
  'past',
  'plan',
  'from',
  'average',
  'carried',
  'rest',
  'none',
];
const distances: readonly Origin[] = ['own', 'list', 'sentence', 'passage', 'heading'];
/** A value that may be misread in more ways is none. */
const mostDoubts = 1;
/** From this many unknown signs before a figure on they are taken for a noun that nobody listed. */
const unknownNoun = 2;

const anyKind: readonly WordKind[] = ['verb', 'matter', 'thing', 'body'];
const hasClass = (words: readonly Word[], classes: Classes) =>
  words.some((word) => anyKind.some((kind) => isA(word, kind, classes)));
const fills = (slot: Slot | undefined, kind: WordKind, classes: Classes) =>
  slot?.words.some((word) => isA(word, kind, classes)) ?? false;

/** How well a find fits: not at all, or certain or not. */
type Fit = 'certain' | 'uncertain' | undefined;

/** The verbs of a frame that a find may ask for. */
function verbsOf({ verb, figure }: QuantityFrame, { joint, verb: wanted }: Find): Word[] {
  if (!verb) return [];
  const words = verb.words.filter(({ negated }) => !negated);
  const [last] = words.slice(-1);
  if (!last) return [];
  // Behind the figure several things may be done with it in turn: 列入目录并公布.
  if (joint || last.start >= figure.end) return words;
  const same = words.every((word) =>
    word.classes.verb?.some((name) => last.classes.verb?.includes(name)),
  );
  if (!verb.shared || same) return [last];
  // 撤销、变更 n 件 is neither of them, 确定并公布 n 项 both.
  return words.every((word) => isA(word, 'verb', wanted)) ? words : [];
}

function verbFits(frame: QuantityFrame, find: Find): Fit {
  const { verb } = find;
  if (!verb) return 'certain';
  const from = frame.verb?.from;
  const found = verbsOf(frame, find).some((word) => isA(word, 'verb', verb));
  if (found && (from === 'own' || from === 'list')) return 'certain';
  const silent = from === undefined || from === 'sentence' || frame.verb?.words.every(isLight);
  if (verb.has('none') && silent) return 'certain';
  const object = frame.thing?.from === 'own' ? frame.thing.words[0] : undefined;
  const last = frame.verb?.words.at(-1);
  if (from === 'own' && object && last && object.start >= last.end) {
    // 排查调解…、…办理等纠纷 n 件: the verb may stand before a long object that holds others.
    const ahead = frame.own.filter((word) => word.end <= last.start && !word.negated);
    if (ahead.some((word) => isA(word, 'verb', verb))) return 'uncertain';
  }
  // What was done in a clause before is said of another thing only where that is named.
  return found && find.thing ? 'uncertain' : undefined;
}

/** Whether the frame is about one of the wanted matters, from near enough. */
function matterFits({ matter }: QuantityFrame, { about, near }: Find): Fit {
  if (!about) return 'certain';
  if (!matter || !fills(matter, 'matter', about)) return undefined;
  if (near && distances.indexOf(matter.from) > distances.indexOf(near)) return undefined;
  return 'certain';
}

function thingFits(frame: QuantityFrame, { thing, near }: Find): Fit {
  if (!thing) return 'certain';
  if (!fills(frame.thing, 'thing', thing)) return undefined;
  const from = frame.thing?.from;
  if (from === 'own' || from === 'list') return 'certain';
  if (near === 'sentence') return 'uncertain';
  return frame.marks.has('total') || frame.marks.has('share') ? 'certain' : undefined;
}

/** Words from before its clause that are said of a frame all the same: who acts, and what is done to a list. */
function inherited({ body, verb }: QuantityFrame): readonly Word[] {
  return [...(body?.words ?? []), ...(verb?.from === 'list' ? verb.words : [])];
}

/** Whether something stands before the figure that nobody listed, and nothing behind it says what is counted. */
function isStranger({ unknown, own, figure }: QuantityFrame): boolean {
  return unknown.length >= unknownNoun && !own.some(({ start }) => start >= figure.end);
}

/** What is done stands behind a figure that is no object: 6 件已办结, but not 对 6 件进行审查. */
function isDoneBehind({ verb, figure, before }: QuantityFrame): boolean {
  return (
    verb?.from === 'own' &&
    (verb.words[0]?.start ?? 0) >= figure.end &&
    !/[对将把为]|组织|有$/u.test(before)
  );
}

/** In how many ways a frame may be misread by a find that fits it. */
function doubtsOf(frame: QuantityFrame, { about, verb, context, doubt }: Find): number {
  const { matter, figure } = frame;
  const { headings, passage } = frame.context;
  const named = (classes: Classes, among: Classes) => [...classes].some((name) => among.has(name));
  const stranger = isStranger(frame);
  return [
    doubt,
    stranger,
    stranger && frame.verb?.from !== 'own',
    verb !== undefined && isDoneBehind(frame),
    context && !named(context, passage) && !fills(matter, 'matter', context),
    // What a table is about is said above it, and perhaps not of all its rows.
    about && figure.cell !== undefined && matter?.from !== 'own',
    // A matter from a sentence before is sure where the heading names it as well.
    about && matter?.from === 'passage' && !named(about, headings),
  ].filter(Boolean).length;
}

function applyFind(find: Find, frame: QuantityFrame, previous: readonly string[]): Fit {
  const { marks, own, follow } = frame;
  if (find.rate !== (marks.has('rate') || marks.has('share'))) return undefined;
  if (find.after && !previous.includes(find.after)) return undefined;
  if (find.without && hasClass([...own, ...inherited(frame)], find.without)) return undefined;
  if (find.with && !hasClass([...frame.earlier, ...own, ...follow], find.with)) return undefined;
  if (find.follow && !follow.some((word) => isA(word, 'verb', find.follow))) return undefined;
  if (find.body && !fills(frame.body, 'body', find.body)) return undefined;
  // A figure whose clause holds no known word counts something that nobody listed.
  if (own.length === 0 && frame.unknown.length >= unknownNoun) return undefined;
  const fits = [verbFits(frame, find), matterFits(frame, find), thingFits(frame, find)];
  if (fits.includes(undefined)) return undefined;
  const doubts = doubtsOf(frame, find) + fits.filter((fit) => fit === 'uncertain').length;
  if (doubts > mostDoubts) return undefined;
  return doubts > 0 ? 'uncertain' : 'certain';
}

function aspectOf({ aspect }: Indicator, { before, after }: QuantityFrame): string | null {
  const found = Object.entries(aspect).find(
    ([word]) => before.includes(word) || after.includes(word),
  );
  return found?.[1] ?? null;
}

/** What may find a figure of a unit, indicator by indicator, as most can find no figure of any one. */
const findsByUnit = new WeakMap<Indicators, Map<string, [Indicator, Find[]][]>>();

function findsOf(indicators: Indicators, unit: string): [Indicator, Find[]][] {
  const known = findsByUnit.get(indicators) ?? new Map<string, [Indicator, Find[]][]>();
  findsByUnit.set(indicators, known);
  const finds =
    known.get(unit) ??
    indicators.definitions.flatMap((indicator): [Indicator, Find[]][] => {
      const fitting = indicator.find.filter((find) => find.unit.has(unit));
      return fitting.length > 0 ? [[indicator, fitting]] : [];
    });
  known.set(unit, finds);
  return finds;
}

/** Values of one frame, each slug once: by the first find that is certain, else by one that is not. */
function valuesOf(
  frame: QuantityFrame,
  indicators: Indicators,
  previous: readonly string[],
): Match[] {
  if (noValue.some((mark) => frame.marks.has(mark))) return [];
  const values = findsOf(indicators, frame.figure.unit).flatMap(([indicator, finds]) => {
    const fitting = finds.flatMap((find) => {
      const fit = applyFind(find, frame, previous);
      return fit ? [{ find, fit }] : [];
    });
    const best = fitting.find(({ fit }) => fit === 'certain') ?? fitting[0];
    if (!best) return [];
    const aspect = aspectOf(indicator, frame);
    const uncertain = best.fit === 'uncertain';
    const value = { slug: indicator.slug, quantity: frame.figure, uncertain, aspect };
    return [{ value, follows: best.find.after !== undefined }];
  });
  // 受理 n 件，化解 m 件: what follows from the figure before is not that once more.
  const following = values.filter(({ follows }) => follows);
  return (following.length > 0 ? following : values).map(({ value }) => value);
}

/** Values without the items of 其中 …, of a greater value of the same indicator in the same sentence. */
function withoutItems(
  matches: readonly Match[],
  frames: ReadonlyMap<Quantity, QuantityFrame>,
): Match[] {
  const isPart = ({ quantity }: Match) => frames.get(quantity)?.marks.has('part') ?? false;
  // Of cases of which the text says no more than that they were handled, those accepted are told apart.
  const kindOf = ({ slug, quantity, uncertain }: Match) =>
    [slug, quantity.unit, uncertain, frames.get(quantity)?.sentence].join();
  const wholes = new Map<string, number>();
  for (const match of matches.filter((each) => !isPart(each)))
    wholes.set(kindOf(match), Math.max(wholes.get(kindOf(match)) ?? 0, match.quantity.value));
  return matches.filter(
    (match) => !isPart(match) || match.quantity.value >= (wholes.get(kindOf(match)) ?? 0),
  );
}

/** How long something takes or lasts is said of another figure: 连续三年保持100%. */
const isDuration = (unit: string) => /^(?:年|个?月|周|日|天|个?工作日|个?小时|分钟)$/u.test(unit);

/** Values of a table that has but one of their indicator: of several nobody knows which is the whole. */
function unrivalled(matches: readonly Match[]): Match[] {
  const byTable = Map.groupBy(
    matches,
    ({ slug, quantity }) => `${slug} ${quantity.cell?.at.table}`,
  );
  return [...byTable.values()].filter(({ length }) => length === 1).flat();
}

/**
 * Values of the indicators among the quantities of one passage.
 * Plans and comparisons with other years are no values.
 */
export function matchIndicators(quantities: readonly Quantity[], indicators: Indicators): Match[] {
  const [first] = quantities;
  if (!first || first.passage.part === 'plan' || first.passage.part === 'problems') return [];
  const { text } = first.passage;
  const headings = first.passage.headings.map(simplify);
  const lexicon = lexiconOf(indicators.vocabulary);
  const prose = quantities.filter(({ cell, unit }) => !cell && !isDuration(unit));
  const frames = parseClauses(simplify(text), prose, headings, lexicon);
  const matches: Match[] = [];
  let previous: string[] = [];
  let sentence = -1;
  for (const frame of frames) {
    if (frame.sentence !== sentence) previous = [];
    sentence = frame.sentence;
    const values = valuesOf(frame, indicators, previous);
    matches.push(...values);
    previous = values.map(({ slug }) => slug);
  }
  const byQuantity = new Map(frames.map((frame) => [frame.figure, frame]));
  const cells = cellFrames(quantities, lexicon);
  const inProse = withoutItems(matches, byQuantity);
  const inTables = cells.flatMap((frame) => valuesOf(frame, indicators, []));
  return [...inProse, ...unrivalled(inTables)].sort((a, b) => a.quantity.start - b.quantity.start);
}
