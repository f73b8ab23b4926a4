/** Control characters of any text are shown in a page, and the text stays the same. */
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showControls } from '../../src/layouts/show-controls.ts';
import { spacePunctuation } from '../../src/layouts/space-punctuation.ts';
import { control, hasControl, labelOf, withLabels } from '../../src/model/control-characters.ts';

const text = fc
  .array(
    fc.constantFrom(
      '甲',
      'a',
      '"',
      "'",
      '<',
      '>',
      '&',
      '\u202e',
      '\u2066',
      '\u2069',
      '\u200f',
      '\u{e0041}',
      ' ',
    ),
    { maxLength: 20 },
  )
  .map((signs) => signs.join(''));

const encode = (value: string) =>
  value.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('"', '&#34;');
const page = (words: string) =>
  `<!DOCTYPE html><html><head><title>${encode(words)}</title><meta name="description" content="${encode(words)}">` +
  `<script type="application/json">${JSON.stringify({ words }).replaceAll('<', '\\u003c')}</script></head>` +
  `<body><article><p id="p" data-name="${encode(words)}">${encode(words)}<b>${encode(words)}</b></p></article></body></html>`;

it('every control is looked for', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (hasControl(character) !== control.test(character)) expect.fail(labelOf(character));
  }
});

describe('a page', () => {
  it('shows every control in an element of its own and keeps its text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const before = load(page(words));
        const $ = load(showControls(page(words)));
        expect($('article').text()).toBe(before('article').text());
        expect($('p').attr('data-name')).toBe(words);
        expect(JSON.parse($('script').text())).toEqual({ words });
        expect($('title').text()).toBe(withLabels(words));
        expect($('meta').attr('content')).toBe(withLabels(words));
        const found = [...words].filter((character) => control.test(character));
        const shown = $('p > .control')
          .toArray()
          .map((element) => $(element));
        expect(shown.map((element) => element.text())).toEqual(found);
        expect(shown.map((element) => element.attr('data-label'))).toEqual(found.map(labelOf));
        $('.control').remove();
        expect(control.test($.html())).toBe(
          // Attributes that scripts read keep what they hold.
          control.test(words),
        );
      }),
    );
  });

  it('without controls is left as it is', () => {
    const plain = page('甲\u200b乙\t丙\n');
    expect(showControls(plain)).toBe(plain);
  });
});

describe('half-width punctuation', () => {
  it('is set apart between Chinese characters only, and the text stays the same', () => {
    const page = (text: string) => `<main>${text}</main>`;
    const half = (sign: string) => `<span class="half">${sign}</span>`;
    for (const [text, spaced] of [
      ['审结<b>27件</b>,调解', `审结<b>27件</b>${half(',')}调解`],
      ['好;<a href="一,二">三:四</a>', `好${half(';')}<a href="一,二">三${half(':')}四</a>`],
      ['纲要(2021', '纲要<span class="half opening">(</span>2021'],
      ['1,000件 12:30 甲&#39;乙 a,b', '1,000件 12:30 甲&#39;乙 a,b'],
      ['<option>一,二</option>', '<option>一,二</option>'],
    ] as const)
      expect(spacePunctuation(page(text))).toBe(page(spaced));
    expect(spacePunctuation('<title>一,二</title>')).toBe('<title>一,二</title>');
  });

  it('keeps every character of whatever stands in a page', () => {
    const signs = fc.constantFrom('法', ',', '(', ')', ':', '7', '%', '<', '&', '"', ' ', '”');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 20 }), (all) => {
        const html = `<main><p title="${encode(all.join(''))}">${encode(all.join(''))}</p></main>`;
        const spaced = load(spacePunctuation(html));
        expect(spaced('main').text()).toBe(all.join(''));
        expect(spaced('p').attr('title')).toBe(all.join(''));
      }),
    );
  });
});
