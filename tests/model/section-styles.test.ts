/** The table of section styles, and what is made from it. */
import { expect, it } from 'vitest';
import { sectionPlace } from '../../src/model/section-label.ts';
import { sectionStyles, styleLetters, styleRules } from '../../src/model/section-styles.ts';

it('names places by their ids alone', () => {
  expect(sectionPlace('s1-k7-i3')).toBe('一、(七)三是');
  expect(sectionPlace('b2-s12-n3-m4-o5')).toBe('第二部分 十二、3.(4)⑤');
  expect(sectionPlace('s2_2-p3')).toBe('二、第3段');
  expect(sectionPlace('title')).toBe('');
});

it('says of every style which series it begins anew, none of them above itself', () => {
  for (const letter of styleLetters)
    for (const below of styleRules[letter].restarts)
      expect(sectionStyles[below].level).toBeGreaterThan(sectionStyles[letter].level);
});
