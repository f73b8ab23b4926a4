/** What a report's own words say about the level of the body it speaks for. */
import type { Region } from '../../../src/model/regions.ts';

export interface LevelHints {
  /** Weight of the words that speak for a unit: 县 for 我县, 全县, 县委, 依法治县. */
  byUnit: Map<string, number>;
  /** The words themselves, most frequent first, at most three. */
  examples: string[];
}

const words =
  /(?<own>[我本])(?<a>地区|[省市县区旗州盟])|全(?<b>地区|[省市县区旗州盟])(?![域场])|依法治(?<c>[省市县区旗州盟])|(?<d>[省市县区旗州盟])(?:委|政府)/g;

/** Reads 我县, 全县, 依法治县, 县委, 县政府 and the like; text without white space. */
export function readLevelHints(text: string): LevelHints {
  const byUnit = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { 0: word, groups } of text.matchAll(words)) {
    const unit = groups?.['a'] ?? groups?.['b'] ?? groups?.['c'] ?? groups?.['d'] ?? '';
    const weight = groups?.['own'] ? 3 : groups?.['b'] ? 1 : 0.5;
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + weight);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const examples = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return { byUnit, examples: examples.slice(0, 3) };
}

/**
 * How well a region fits: 1 when its unit is the one the text speaks of most, 0 when the text never does;
 * undefined when the text says too little.
 */
export function levelFit(region: Region, { byUnit }: LevelHints): number | undefined {
  const most = Math.max(0, ...byUnit.values());
  if (most < 2) return undefined;
  const unit = /地区$/.test(region.name) ? '地区' : (region.name.at(-1) ?? '');
  return (byUnit.get(unit) ?? 0) / most;
}
