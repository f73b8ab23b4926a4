import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intoRows } from '../../src/client/compare/align.ts';
import { cutSentences } from '../../src/client/compare/sentences.ts';
import { findMatches, normalise } from '../../src/client/compare/similarity.ts';
import type { Section } from '../../src/model/report.ts';

describe('sentences', () => {
  test('end at full stops, semicolons, question and exclamation marks, with closing quotes', () => {
    expect(cutSentences('坚持“依法行政。”成效明显;共5件,增长3.5%。尾')).toEqual([
      '坚持“依法行政。”',
      '成效明显;',
      '共5件,增长3.5%。',
      '尾',
    ]);
  });
  test('joined are the paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cutSentences(text).join('')).toBe(text);
      }),
    );
  });
});

describe('matches', () => {
  test('identical sentences differ in width, punctuation and space only', () => {
    expect(normalise('推进“放管服”改革,成效 明显。')).toBe(normalise('推进“放管服”改革，成效明显'));
    const [match] = findMatches(
      ['推进“放管服”改革,成效明显。'],
      ['推进 "放管服" 改革，成效明显。'],
    );
    expect(match).toEqual({ a: 0, b: 0, similarity: 1 });
  });
  test('a sentence with new figures is similar', () => {
    const [match] = findMatches(
      ['全年共受理行政复议案件27件,审结23件。'],
      ['另一句毫不相干的话,说的是普法宣传工作。', '全年共受理行政复议案件105件,审结98件。'],
    );
    expect(match?.b).toBe(1);
    expect(match?.similarity).toBe(0.99);
  });
  test('short phrases and other sentences do not match', () => {
    expect(findMatches(['成效明显。'], ['成效明显。'])).toEqual([]);
    expect(
      findMatches(['健全完善矛盾纠纷多元化解机制。'], ['健全完善行政执法与刑事司法衔接机制。']),
    ).toEqual([]);
  });
  test('every sentence matches itself where it is long enough', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), (texts) => {
        const long = texts.filter((text) => normalise(text).length >= 8);
        const matched = findMatches(texts, texts);
        expect(matched).toHaveLength(long.length);
        expect(matched.every(({ similarity }) => similarity === 1)).toBe(true);
      }),
    );
  });
});

describe('rows', () => {
  const section = (id: string, theme: string, children: Section[] = [], text = id): Section => ({
    id,
    style: 'k',
    number: 1,
    inferred: false,
    editorial: false,
    heading: id,
    marker: '',
    printedHeading: id,
    part: 'progress',
    themes: theme ? [theme] : [],
    text,
    children,
  });
  test('hold every text once', () => {
    const sections = [
      section('s1', '', [
        section('s1-k1', 'a', [section('s1-k1-i1', 'b'), section('s1-k1-i2', '')]),
        section('s1-k2', 'b'),
      ]),
    ];
    const rows = intoRows(
      sections,
      ({ themes }) => themes[0],
      () => '',
    );
    const texts = [...rows].map(([key, fragments]) => {
      const ids: string[] = [];
      const collect = (list: typeof fragments) => {
        for (const { section, children } of list) {
          ids.push(section.id);
          collect(children);
        }
      };
      collect(fragments);
      return [key, ids];
    });
    expect(Object.fromEntries(texts)).toEqual({
      '': ['s1'],
      a: ['s1-k1', 's1-k1-i2'],
      b: ['s1-k1-i1', 's1-k2'],
    });
  });
  test('leave out headings whose sections all stand elsewhere', () => {
    const rows = intoRows(
      [section('s1', '', [section('s1-k1', 'a')], '')],
      ({ themes }) => themes[0],
      () => '',
    );
    expect(rows.get('')).toEqual([]);
  });
});
