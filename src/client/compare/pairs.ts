/** Pairs of sentences that reports share. */
import { comparePair, type Piece } from '../../model/text-difference.ts';
import { element } from '../shared/dom.ts';
import type { ComparedReport } from './comparison.ts';

/** A sentence of one of the compared reports. */
export interface Place {
  report: number;
  sentence: number;
}

export interface Pair {
  sides: [Place, Place];
  /** 1 where both say the same. */
  similarity: number;
}

/** Id of a sentence of the comparison. */
export const sentenceId = ({ report, sentence }: Place) => `c${report}-${sentence}`;

/** Every pair once, in the order of the first report that has it. */
export function pairsOf(compared: readonly ComparedReport[]): Pair[] {
  const pairs = new Map<string, Pair>();
  compared.forEach(({ shared }, report) => {
    shared.forEach((counterparts, sentence) => {
      for (const { similarity, ...other } of counterparts) {
        const sides = [{ report, sentence }, other].sort((a, b) => a.report - b.report);
        const key = sides.map(sentenceId).join(' ');
        if (!pairs.has(key)) pairs.set(key, { sides: sides as [Place, Place], similarity });
      }
    });
  });
  const [of, at] = [(pair: Pair) => pair.sides[0].report, (pair: Pair) => pair.sides[0].sentence];
  return [...pairs.values()].sort((a, b) => of(a) - of(b) || at(a) - at(b));
}

/** A sentence with what its counterpart has otherwise marked; all of its characters stay. */
export function withDifferences(text: string, counterpart: string): (Node | string)[] {
  const own = comparePair(counterpart, text).filter(({ kind }: Piece) => kind !== 'removed');
  return own.map(({ kind, text: words }) =>
    kind === 'same' ? words : element('mark', { class: 'differs' }, words),
  );
}
