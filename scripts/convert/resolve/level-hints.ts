/** What a report's own words say about the level of the body it speaks for. */
import type { Region } from '../../../src/model/regions.ts';

/** Weight of the words that speak for a unit: 县 for 我县, 全县, 县委, 依法治县. */
export type LevelHints = ReadonlyMap<string, number>;

const words =
  /(?<own>[我本])(?<a>地区|[省市县区旗州盟])|(?<whole>全)(?<b>地区|[省市县区旗州盟])(?![域场])|依法治(?<c>[省市县区旗州盟])|(?<d>[省市县区旗州盟])(?:委|政府)/gu;

/** Reads 我县, 全县, 依法治县, 县委, 县政府 and the like; text without white space. */
export function readLevelHints(text: string): LevelHints {
  const byUnit = new Map<string, number>();
  for (const { groups } of text.matchAll(words)) {
    const unit = groups?.['a'] ?? groups?.['b'] ?? groups?.['c'] ?? groups?.['d'] ?? '';
    const weight = groups?.['own'] ? 3 : groups?.['whole'] ? 1 : 0.5;
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + weight);
  }
  return byUnit;
}

/** The unit that a region is called by in its own reports: 县 of 五华县, 区 of 广西壮族自治区. */
export const unitOf = ({ name }: Region) => (/地区$/u.test(name) ? '地区' : (name.at(-1) ?? ''));

/**
 * How well a region fits: 1 when its unit is the one the text speaks of most, 0 when the text never does;
 * undefined when the text says too little.
 */
export function levelFit(region: Region, hints: LevelHints): number | undefined {
  const most = Math.max(0, ...hints.values());
  return most < 2 ? undefined : (hints.get(unitOf(region)) ?? 0) / most;
}
