/** Quantities → values of indicators, by the general rules of `indicators.yaml`. */
import type { Indicator, IndicatorRule, Indicators } from '../../../../src/model/indicators.ts';
import { simplify } from '../../parse/simplify.ts';
import type { Quantity } from '../quantities/collect.ts';
import { readTopics, type TopicReader } from './topics.ts';

/** A quantity that was recognised as the value of an indicator. */
export interface Match {
  slug: string;
  quantity: Quantity;
  /** The rule recognised it, but its words leave a doubt. */
  uncertain: boolean;
  /** What is counted, where an indicator is counted in several ways. */
  aspect: string | null;
}

const some = (patterns: readonly RegExp[], text: string) =>
  patterns.some((pattern) => pattern.test(text));

/** Longest stretch before a number that is searched for a subject. */
const reach = 400;

/** Whether the nearer of two kinds of subject before the number is the wanted one; undefined where there is none. */
function isAbout(rule: IndicatorRule, before: string): boolean | undefined {
  if (!rule.subject) return true;
  const lastIn = (pattern: RegExp | undefined) =>
    pattern ? ([...before.matchAll(new RegExp(pattern.source, 'gu'))].at(-1)?.index ?? -1) : -1;
  const own = lastIn(rule.subject);
  const others = lastIn(rule.others);
  return own < 0 && others < 0 ? undefined : own > others;
}

interface Situation {
  quantity: Quantity;
  topic: string | undefined;
  /** Slugs the quantity before it in the sentence bears. */
  previous: readonly string[];
  /** Headings and text before the number. */
  before: string;
}

/** Applies one rule; undefined where it does not hold. */
function applyRule(rule: IndicatorRule, situation: Situation): Match | undefined {
  const { quantity, topic, previous, before } = situation;
  const { unit, local, after, rest, sentence } = quantity;
  if (!rule.units.includes(unit)) return undefined;
  if (rule.topic && !(topic && rule.topic.includes(topic))) return undefined;
  if (rule.after && !previous.includes(rule.after)) return undefined;
  if (rule.notAfter.some((slug) => previous.includes(slug))) return undefined;
  const near = `${local}#${after}`;
  const found = some(rule.any, near) || some(rule.follow, `${local}#${rest}`);
  if (!found && rule.any.length + rule.follow.length > 0) return undefined;
  const byUnit = rule.notUnitAny[unit];
  if (byUnit && !byUnit.test(near)) return undefined;
  const seen = rule.allow.reduce(
    (text, pattern) => text.replace(new RegExp(pattern.source, 'gu'), ''),
    near,
  );
  if (some(rule.not, seen)) return undefined;
  if (rule.sentence.length > 0 && !some(rule.sentence, sentence)) return undefined;
  if (some(rule.notSentence, sentence)) return undefined;
  const about = isAbout(rule, `${before}${after}`.slice(-reach));
  if (about === false || (about === undefined && rule.subjectRequired)) return undefined;
  const uncertain =
    about === undefined ||
    some(rule.doubt, near) ||
    (rule.needs !== undefined && !rule.needs.test(before + after));
  const aspect = Object.entries(rule.aspect).find(([words]) =>
    new RegExp(words, 'u').test(`${local}#${rest}`),
  );
  return { slug: rule.slug, quantity, uncertain, aspect: aspect?.[1] ?? null };
}

/** Whether a value is an item of 其中 …, of a total of the same indicator in the same sentence. */
function isItem(match: Match, matches: readonly Match[]): boolean {
  if (!match.quantity.part) return false;
  return matches.some(
    (other) =>
      other.slug === match.slug &&
      other.quantity.passage === match.quantity.passage &&
      other.quantity.sentenceStart === match.quantity.sentenceStart &&
      !other.quantity.part &&
      // Of cases of which the text says no more than that they were handled, those accepted are told apart.
      other.uncertain === match.uncertain &&
      other.quantity.unit === match.quantity.unit &&
      other.quantity.value > match.quantity.value,
  );
}

/**
 * Values of the indicators among the quantities of one passage.
 * Plans and comparisons with other years are no values.
 */
export function matchIndicators(quantities: readonly Quantity[], indicators: Indicators): Match[] {
  const [first] = quantities;
  if (!first || first.passage.part === 'plan') return [];
  const passage = {
    ...first.passage,
    text: simplify(first.passage.text),
    headings: first.passage.headings.map(simplify),
  };
  const topics: TopicReader = readTopics(passage, indicators);
  const headings = passage.headings.join('\n');
  const matches: Match[] = [];
  let previous: string[] = [];
  let sentence = -1;
  for (const quantity of quantities) {
    if (quantity.sentenceStart !== sentence) previous = [];
    sentence = quantity.sentenceStart;
    const near = `${quantity.local}#${quantity.after}`;
    const localStart = quantity.start - quantity.local.length;
    const situation: Situation = {
      quantity,
      topic: topics.at(quantity.start, localStart, quantity.after),
      previous,
      before: `${headings}\n${passage.text.slice(Math.max(0, quantity.start - reach), quantity.start)}`,
    };
    const found =
      some(indicators.never, near) || some(indicators.neverSentence, quantity.sentence)
        ? []
        : indicators.rules.flatMap((rule) => applyRule(rule, situation) ?? []);
    const distinct = found.filter(
      (match, index) => found.findIndex(({ slug }) => slug === match.slug) === index,
    );
    matches.push(...distinct);
    previous = distinct.map(({ slug }) => slug);
  }
  return matches.filter((match) => !isItem(match, matches));
}

export type { Indicator };
