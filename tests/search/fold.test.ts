import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import {
  allVariants,
  gb2312,
  noVariants,
  traditionalInGb2312,
  type Variants,
  variantsFor,
} from '../../src/search/variants.ts';

let variants: Variants;
beforeAll(async () => {
  variants = await allVariants();
});

describe('folding', () => {
  test.each([
    ['ＡＢＣ１２％（）', 'abc12%()'],
    ['“三统一”', '"三统一"'],
    ['「三統一」', '"三统一"'],
    ['行政復議與應訴', '行政复议与应诉'],
    ['20\u200b20 年\u00a0\n度\ufeff', '2020年度'],
    ['①〔2021〕—。、', '①〔2021〕—。、'],
    ['𠮷野家', '𠮷野家'],
  ])('of %s is %s', (original, folded) => {
    expect(fold(original, variants).text).toBe(folded);
  });

  test('is done once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text, variants).text;
        // A Traditional character may stand for one that is a variant of another.
        const twice = fold(once, noVariants).text;
        expect(twice).toBe(once);
      }),
    );
  });

  test('keeps the way back to the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, at } = fold(original, variants);
        expect(at).toHaveLength(text.length + 1);
        for (let i = 0; i < text.length; i++) {
          expect(at[i]).toBeLessThan(at[i + 1] as number);
          const unit = original[at[i] as number] as string;
          const same = /[\ud800-\udfff]/.test(unit) ? unit : fold(unit, variants).text;
          expect(same).toBe(text[i]);
        }
      }),
    );
  });
});

describe('the table of Traditional characters', () => {
  test('is fetched for every text that may need it', async () => {
    for (const traditional of variants.keys())
      expect((await variantsFor(`法${traditional}`)).size, traditional).toBeGreaterThan(0);
    const exceptions = [...variants.keys()].filter((character) => gb2312().has(character));
    expect(exceptions.sort()).toEqual([...traditionalInGb2312].sort());
  });

  test('is not fetched for Simplified texts', async () => {
    expect((await variantsFor('海西州2020年度法治政府建设工作报告')).size).toBe(0);
    expect(gb2312().size).toBe(6763);
  });
});
