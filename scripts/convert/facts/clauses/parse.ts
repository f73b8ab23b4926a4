/**
 * Reads the clauses of a passage: for every figure who acts, what is done, what is counted and about what, and what the
 * words around make of the figure. A slot that its own clause leaves empty is filled from the clauses before it in the
 * sentence, then from the passage, then from the headings, and says so.
 */
import type { WordKind } from '../../../../src/model/vocabulary.ts';
import {
  among,
  continues,
  gathers,
  isDistributed,
  joins,
  type Mark,
  marksBefore,
  opensParts,
  opensPlan,
  sideBySide,
  unread,
} from './grammar.ts';
import { isA, type Lexicon, type Word } from './words.ts';

/** What the parser needs to know of a figure; offsets are UTF-16 units of the passage, unit and all between them. */
export interface Figure {
  start: number;
  end: number;
  unit: string;
}

/** Where the words of a slot stand: nearer to the figure, better known. */
export type Origin = 'own' | 'list' | 'sentence' | 'passage' | 'heading';

/** What fills a place in the clause of a figure. */
export interface Slot {
  words: readonly Word[];
  from: Origin;
  /** Verbs that stand side by side and share the figure: 废止、修改 n 件. */
  shared?: boolean;
}

/** A figure with its clause taken apart. */
export interface Frame<F extends Figure = Figure> {
  figure: F;
  /** Number of the sentence in the passage; ； does not end one. */
  sentence: number;
  /** Number of the clause in the passage: what stands between two stops. Figures of a list share one. */
  clause: number;
  /** Words of the clause since the figure before, brackets left out. */
  before: string;
  /** Words behind the unit, up to the stop, or to what belongs to the next figure. */
  after: string;
  marks: ReadonlySet<Mark>;
  /** Predicate: the verbs that share the figure. Negated ones say so themselves. */
  verb: Slot | undefined;
  /** What is counted. */
  thing: Slot | undefined;
  /** What it is about. */
  matter: Slot | undefined;
  /** Who acts or is acted upon. */
  body: Slot | undefined;
  /** Words of a clause without figure that says more of this one: 均已报送备案. */
  follow: readonly Word[];
  /** What stands between the last known word and the figure and is no grammar: perhaps a noun that nobody listed. */
  unknown: string;
  /** Classes of the matters named in the headings, and in the passage up to its clause. */
  context: { headings: ReadonlySet<string>; passage: ReadonlySet<string> };
  /** Words of the vocabulary in `before` and `after`. */
  own: readonly Word[];
  /** Words of the sentence before its clause, the nearest of a long one. */
  earlier: readonly Word[];
}

const sentenceStops = /[。！？!?\n]/u;
const clauseStops = /[，,：:；;。！？!?\n]/u;
const opening = /[(（“《「]/u;
const closing = /[)）”》」]/u;
/** Longest stretch without a stop that is read as one clause: text without stops stays linear. */
const longestClause = 400;
/** How far back a bracket is looked for. */
const longestAside = 120;
/** Words of a sentence before the clause of a figure that are kept, the nearest. */
const mostEarlier = 60;
/** Longest words between verbs that share a figure. */
const longestJoint = 8;

interface Clause {
  start: number;
  end: number;
  sentence: number;
  /** The sign it begins behind. */
  stop: string;
}

/** Clauses of a text. A stop inside brackets or quotation marks is none, but the end of a line is. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let depth = 0;
  let stop = '';
  const end = (at: number, sign: string) => {
    if (at > start) clauses.push({ start, end: at, sentence, stop });
    if (sentenceStops.test(sign)) sentence++;
    start = at + 1;
    stop = sign;
    depth = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (opening.test(sign)) depth++;
    else if (closing.test(sign)) depth = Math.max(0, depth - 1);
    else if (!clauseStops.test(sign)) {
      if (at - start >= longestClause) end(at - 1, '');
    } else if (depth === 0 || sentenceStops.test(sign)) end(at, sign);
  }
  end(text.length, '');
  return clauses;
}

/** Words without what stands in closed brackets; an open bracket is where they begin. The length stays. */
function withoutBrackets(words: string): string {
  const closed = words.replace(/[(（][^()（）]{0,40}[)）]/gu, (inside) =>
    ' '.repeat(inside.length),
  );
  const open = Math.max(closed.lastIndexOf('('), closed.lastIndexOf('（'));
  return open < 0 ? closed : ' '.repeat(open + 1) + closed.slice(open + 1);
}

/** Whether a bracket is open at an offset. */
function isAside(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from - longestAside, 0), at);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'));
  return (
    open > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）')) &&
    !/\n/u.test(before.slice(open))
  );
}

/** A text in which the names of documents say nothing; the length stays. */
function withoutTitles(text: string): string {
  return text.replace(/《[^《》]{0,200}》/gu, (title) => `《${' '.repeat(title.length - 2)}》`);
}

/** Where words between two figures of a clause part: at the 、 right behind the first or else the last; none parts nothing. */
function partsAt(text: string, from: number, next: number): number | undefined {
  if (text[from] === '、') return from;
  const comma = text.slice(from, next).lastIndexOf('、');
  return comma < 0 ? undefined : from + comma;
}

const ofKind = (words: readonly Word[], kind: WordKind) => words.filter((word) => isA(word, kind));

/** Classes of verbs that say nothing where another verb stands with them: 作出维持决定, 进行审查. */
const light = new Set(['hold', 'make', 'complete']);
/** Classes of things that gather up others: 规范性文件、合同等各类文件. */
const generic = new Set(['paper']);

/** The body whose report it is. */
const self = new Set(['self']);

/** Whether a verb says nothing by itself: 作出, 进行, 达到. */
export const isLight = (word: Word) => isA(word, 'verb', light);

/** Verbs but those within examples: 审查合同、信访答复等 n 件, 开展防范诈骗、抵制谣言等宣传 n 场. */
function withoutExamples(text: string, verbs: readonly Word[]): readonly Word[] {
  const last = verbs.at(-1);
  if (!last || !/^[^，、]{0,12}等(?!级|次|待)/u.test(text.slice(last.end, last.end + 14)))
    return verbs;
  const list = text.slice(verbs[0]?.end, last.end).indexOf('、') + (verbs[0]?.end ?? 0);
  const before = verbs.filter(({ end }) => end <= list);
  return before.length > 0 ? before : verbs;
}

/** Verbs that are said of a figure: none that only describes a noun (制发的文件), light ones where there is no other. */
function telling(text: string, words: readonly Word[]): readonly Word[] {
  const verbs = withoutExamples(text, ofKind(words, 'verb'));
  const heavy = verbs.filter((verb) => !isLight(verb));
  const said = heavy.filter(({ end }) => text[end] !== '的');
  return [said, heavy, verbs].find(({ length }) => length > 0) ?? [];
}

/** Verbs that share the figure: the last one, and those joined to it. */
function predicate(text: string, verbs: readonly Word[]): Slot | undefined {
  const last = verbs.at(-1);
  if (!last) return undefined;
  const group = [last];
  let shared = false;
  for (let index = verbs.length - 2; index >= 0; index--) {
    const verb = verbs[index] as Word;
    const between = text.slice(verb.end, (verbs[index + 1] as Word).start);
    if (between.length > longestJoint || !joins.test(between)) break;
    if (sideBySide.test(between)) shared = true;
    group.unshift(verb);
  }
  return { words: group, from: 'own', shared };
}

/** Words right behind the unit, as far as they are its noun: up to the first verb, listed (部门参加) or not (部门推行). */
function nounBehind(text: string, words: readonly Word[]): Word[] {
  const end = words.findIndex(
    (word, at) =>
      (isA(word, 'verb') && !isA(word, 'thing')) ||
      (at > 0 && unread(text.slice(words[at - 1]?.end, word.start)) !== ''),
  );
  return end < 0 ? [...words] : words.slice(0, end);
}

/** Things that say what is counted: the last, and those gathered up in it where it says nothing by itself. */
function counted(text: string, words: readonly Word[]): Word[] {
  const things = ofKind(words, 'thing');
  const last = things.at(-1);
  if (!last || !isA(last, 'thing', generic)) return things.slice(-1);
  const from = things.findLastIndex(
    (word, index) =>
      index < things.length - 1 &&
      !gathers.test(text.slice(word.end, (things[index + 1] as Word).start)),
  );
  return things.slice(from + 1);
}

/** Names that stand before 分别为, in their order. */
function namesBefore(words: string): string[] {
  return words.replace(/分别.{0,3}$/u, '').split(/、|和|与|及|以及/u);
}

/** What stands in the clause of a figure. */
interface Surroundings {
  ahead: readonly Word[];
  behind: readonly Word[];
  name: readonly Word[] | undefined;
  /** What stands before the figure. */
  said: string;
  inList: boolean;
  marks: ReadonlySet<Mark>;
}

/** Walks over the clauses of one passage and remembers what the next may leave unsaid. */
class Reader<F extends Figure> {
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly frames: Frame<F>[] = [];
  readonly #known: Partial<Record<WordKind, Slot>> = {};
  #sentence = -1;
  #planned = false;
  /** What the figures from 其中 on are parts of. */
  #whole: Frame<F> | undefined;
  #clause = 0;
  /** Classes of the matters named so far, and of those in the headings. */
  readonly #named = new Set<string>();
  readonly #headings: ReadonlySet<string>;
  /** Where the clause begins. */
  #start = 0;
  /** Words of the sentence so far. */
  #earlier: Word[] = [];
  /** Names that the next figures are told of in turn. */
  #names: string[] | undefined;

  constructor(text: string, headings: readonly string[], lexicon: Lexicon) {
    this.#text = withoutTitles(text);
    this.#lexicon = lexicon;
    for (const heading of headings) this.#learn(lexicon(heading), 'heading');
    this.#headings = new Set(this.#named);
  }

  /** Takes the last matter of some words for that of what follows. */
  #learn(words: readonly Word[], from: Origin): void {
    const matters = ofKind(words, 'matter');
    for (const { classes } of matters)
      for (const name of classes.matter ?? []) this.#named.add(name);
    const matter = matters.at(-1);
    if (matter) this.#known.matter = { words: [matter], from };
  }

  /** Takes the last body of a clause for that of the next ones in the sentence. */
  #learnBody(words: readonly Word[]): void {
    const body = this.#actors(words).at(-1);
    if (body) this.#known.body = { words: [body], from: 'sentence' };
  }

  /** Bodies among some words; the government itself acts only where its clause begins with it. */
  #actors(words: readonly Word[]): Word[] {
    return ofKind(words, 'body').filter(
      (word) =>
        !isA(word, 'body', self) || unread(this.#text.slice(this.#start, word.start)) === '',
    );
  }

  #startSentence(sentence: number, start: number, end: number): void {
    if (sentence === this.#sentence) return;
    this.#sentence = sentence;
    this.#whole = undefined;
    this.#names = undefined;
    this.#earlier = [];
    this.#planned = opensPlan(this.#text.slice(start, end).trimStart());
    for (const kind of ['matter', 'body', 'thing', 'verb'] as const) {
      const slot = this.#known[kind];
      if (!slot || slot.from === 'heading') continue;
      // What is counted and what is done is said anew in every sentence.
      if (kind === 'matter') this.#known[kind] = { ...slot, from: 'passage' };
      else delete this.#known[kind];
    }
  }

  /** Reads one clause with the figures that stand in it. */
  read(clause: Clause, figures: readonly F[]): void {
    const { start, end, sentence, stop } = clause;
    this.#startSentence(sentence, start, end);
    this.#start = start;
    this.#clause++;
    if (/[；;]/u.test(stop)) this.#whole = undefined;
    if (figures.length === 0) {
      const words = this.#lexicon(this.#text.slice(start, end)).map((word) => shifted(word, start));
      const last = this.frames.at(-1);
      if (last?.sentence === sentence && continues.test(this.#text.slice(start, end).trimStart()))
        this.frames[this.frames.length - 1] = { ...last, follow: [...last.follow, ...words] };
      this.#learn(words, 'sentence');
      this.#learnBody(words);
      const things = counted(this.#text, words);
      if (things.length > 0) this.#known.thing = { words: things, from: 'sentence' };
      this.#earlier.push(...words);
      if (opensParts(this.#text.slice(start, end))) this.#openParts();
      return;
    }
    figures.forEach((figure, index) => {
      const previous = figures[index - 1];
      const next = figures[index + 1];
      const from = previous
        ? (partsAt(this.#text, previous.end, figure.start) ?? previous.end)
        : start;
      const parts = next && partsAt(this.#text, figure.end, next.start);
      const until = parts ?? next?.start ?? end;
      this.#frame(figure, [from, Math.max(until, figure.end)], {
        inList: index > 0,
        shared: next !== undefined && parts === undefined,
      });
    });
    this.#shareVerbBehind(figures.length);
  }

  /** 对 n 份合同和 m 件协议进行审查: what is done with the last is done with those before it. */
  #shareVerbBehind(count: number): void {
    const verb = this.frames.at(-1)?.verb;
    if (verb?.from !== 'own') return;
    for (let at = this.frames.length - count; at < this.frames.length - 1; at++) {
      const frame = this.frames[at] as Frame<F>;
      if (/^[对将把]/u.test(frame.before) && frame.verb?.from !== 'own')
        this.frames[at] = { ...frame, verb: { ...verb, from: 'list' } };
    }
  }

  #frame(
    figure: F,
    [from, until]: [number, number],
    { inList, shared }: { inList: boolean; shared: boolean },
  ): void {
    const text = this.#text;
    const before = withoutBrackets(text.slice(from, figure.start)).replace(/^、/u, ' ');
    const after = text
      .slice(figure.end, until)
      .replace(/[(（][^()（）]{0,40}[)）]/gu, (inside) => ' '.repeat(inside.length));
    const marks = marksBefore(before.trimEnd());
    if (opensParts(before.trimStart())) this.#openParts();
    else if (inList && among.test(before)) this.#whole = this.frames.at(-1);
    else if (isAside(text, from, figure.start)) {
      marks.add('aside');
      marks.add('part');
    }
    if (this.#isPart(figure)) marks.add('part');
    if (this.#planned) marks.add('plan');
    const ahead = this.#lexicon(before).map((word) => shifted(word, from));
    const all = this.#lexicon(after).map((word) => shifted(word, figure.end));
    const behind = shared ? this.#beforeNext(all, figure.end, after) : all;
    const name = this.#nextName(before, inList);
    const slots = this.#slots({ ahead, behind, name, said: before.trim(), inList, marks });
    if (name) marks.add('each');
    this.frames.push({
      figure,
      sentence: this.#sentence,
      clause: this.#clause,
      before: before.trim(),
      after: after.trim(),
      marks,
      ...slots,
      follow: [],
      unknown: unread(before.slice((ahead.at(-1)?.end ?? from) - from)),
      own: [...ahead, ...behind],
      earlier: this.#earlier.slice(-mostEarlier),
      context: { headings: this.#headings, passage: new Set(this.#named) },
    });
    this.#earlier.push(...ahead, ...behind);
    // Kinds of cases among others are no new matter.
    this.#learnBody([...ahead, ...behind]);
    if (!marks.has('part')) this.#learn([...ahead, ...behind], 'sentence');
    for (const kind of ['verb', 'thing'] as const) {
      const slot = slots[kind];
      if (slot?.words.length) this.#known[kind] = { words: slot.words, from: 'list' };
    }
  }

  #openParts(): void {
    this.#whole = this.frames.findLast(
      ({ figure, marks }) => figure.unit !== '%' && !marks.has('change') && !marks.has('past'),
    );
  }

  /** Whether a figure is told of as a part: of the unit of the whole, or a share of it. */
  #isPart({ unit }: F): boolean {
    if (!this.#whole) return false;
    if (unit !== '%' && unit !== this.#whole.figure.unit) this.#whole = undefined;
    return this.#whole !== undefined;
  }

  /**
   * Of words between two figures that no 、 parts, those said of the first: 437名执法人员参加, but not 案卷 in
   * 12个单位案卷96份, nor what is done in 27件案件中维持10件.
   */
  #beforeNext(words: readonly Word[], start: number, after: string): Word[] {
    let at = start;
    const adjacent = words.findIndex(({ start: begin, end }) => {
      const gap = unread(this.#text.slice(at, begin));
      at = end;
      return gap !== '';
    });
    const own = adjacent < 0 ? words : words.slice(0, adjacent);
    return own.filter((word) => !among.test(after) || !isA(word, 'verb'));
  }

  /** Words of the name that a figure behind 分别为 belongs to. */
  #nextName(before: string, inList: boolean): Word[] | undefined {
    if (isDistributed(before.trimEnd())) this.#names = namesBefore(before);
    else if (!inList || before.trim().length > 2) this.#names = undefined;
    const name = this.#names?.shift();
    return name === undefined ? undefined : this.#lexicon(name);
  }

  /** The predicate in the clause of a figure: before it, or where nothing but a light verb stands there behind it. */
  #verb(
    ahead: readonly Word[],
    behind: readonly Word[],
    name: readonly Word[] | undefined,
  ): Slot | undefined {
    if (name) {
      const words = ofKind(name, 'verb').slice(-1);
      return words.length > 0 ? { words, from: 'own' } : undefined;
    }
    const before = telling(this.#text, ahead);
    const after = telling(this.#text, behind);
    const last = before.at(-1);
    const tells = last && !isLight(last) && this.#text[last.end] !== '的';
    if (tells || after.length === 0) return predicate(this.#text, before);
    return { words: after, from: 'own' };
  }

  #slots({ ahead, behind, name, said, inList, marks }: Surroundings): Pick<Frame<F>, WordKind> {
    const before = name ?? ahead;
    const noun = nounBehind(this.#text, behind);
    const own = (words: readonly Word[]): Slot | undefined =>
      words.length > 0 ? { words, from: 'own' } : undefined;
    const verbs = this.#verb(ahead, behind, name);
    const { verb, thing, matter, body } = this.#known;
    const things = ofKind(noun, 'thing').slice(-1);
    // 县级 n 个, 全系统 n 名: no more than where, so that what is counted goes on.
    const goesOn = ahead.length + behind.length === 0 && said !== '' && unread(said) === '';
    const lastOf = (kind: WordKind) => ofKind(before, kind).slice(-1);
    const ownThing =
      own(things) ?? own(counted(this.#text, before)) ?? own(ofKind(behind, 'thing').slice(-1));
    // A share or a bare total speaks of what was counted before it.
    const bare = marks.has('share') || marks.has('rate') || (marks.has('total') && !ownThing);
    return {
      verb: verbs ?? (!name && (inList || bare || goesOn) ? verb : fromSentence(verb)),
      thing: ownThing ?? (goesOn ? thing : fromSentence(thing)),
      matter: own(ofKind(noun, 'matter').slice(-1)) ?? own(lastOf('matter')) ?? matter,
      body: own(this.#actors(before).slice(-1)) ?? body,
    };
  }
}

/** Marks as past what a sentence tells of earlier years beside a later one: 2021年受理 n 件，2022年受理 m 件. */
function withoutEarlierYears<F extends Figure>(frames: readonly Frame<F>[]): Frame<F>[] {
  const yearOf = ({ before }: Frame<F>) =>
    Number(/(20\d\d)年(?!至|以来|[—-])/u.exec(before)?.[1] ?? 0);
  const latest = new Map<number, number>();
  for (const frame of frames)
    latest.set(frame.sentence, Math.max(latest.get(frame.sentence) ?? 0, yearOf(frame)));
  return frames.map((frame) => {
    const year = yearOf(frame);
    const isEarlier = year > 0 && year < (latest.get(frame.sentence) ?? 0);
    return isEarlier ? { ...frame, marks: new Set([...frame.marks, 'past' as const]) } : frame;
  });
}

const fromSentence = (slot: Slot | undefined): Slot | undefined =>
  slot && { ...slot, from: 'sentence' };

const shifted = (word: Word, by: number): Word => ({
  ...word,
  start: word.start + by,
  end: word.end + by,
});

/**
 * Parses a passage.
 * @param text the passage in Simplified characters
 * @param figures its figures in reading order
 * @param headings headings above it, outermost first, in Simplified characters
 * @returns a frame for every figure, in the same order
 */
export function parseClauses<F extends Figure>(
  text: string,
  figures: readonly F[],
  headings: readonly string[],
  lexicon: Lexicon,
): Frame<F>[] {
  const reader = new Reader<F>(text, headings, lexicon);
  let next = 0;
  for (const clause of clausesOf(text)) {
    const first = next;
    while (next < figures.length && (figures[next] as F).start < clause.end) next++;
    reader.read(clause, figures.slice(first, next));
  }
  return withoutEarlierYears(reader.frames);
}
