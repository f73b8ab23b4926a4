import { expect, test } from 'vitest';
import { frequentPhrases, sampleOf } from '../../scripts/site/index-search/frequent.ts';

test('phrases that half of the texts hold have tokens of their own, the most frequent first', () => {
  const texts = [
    '全面推进依法行政，贯彻落实。',
    '贯彻落实，全面推进。',
    '贯彻落实2020年',
    '贯彻。落实',
  ];
  expect(frequentPhrases(texts, new Set())).toEqual(['贯彻落实', '全面推进']);
  expect(frequentPhrases(texts, new Set(['贯彻落实']))).toEqual(['全面推进']);
  expect(frequentPhrases(texts.slice(0, 1), new Set())).toEqual([]);
});

test('a shard is looked through evenly', () => {
  expect(sampleOf(0)).toEqual([]);
  expect(sampleOf(3)).toEqual([0, 1, 2]);
  expect(sampleOf(400)).toHaveLength(40);
  expect(sampleOf(400).slice(-2)).toEqual([380, 390]);
});
