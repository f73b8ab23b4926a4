/** Every page is valid HTML, to the strictest rules there are but for those named here. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { filesOf, textOf } from './files.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    elements: ['html5'],
    rules: {
      // Everything comes from the site's own host: who could change a file could change its hash as well.
      'require-sri': 'off',
      // Filters take effect with each choice; nothing is submitted.
      'wcag/h32': 'off',
      // Groups of buttons are named by aria-label, and axe looks after it.
      'wcag/h71': 'off',
      // Report ids are ids of rows and begin with a digit, as HTML allows.
      'valid-id': ['error', { relaxed: true }],
      // A heading given by an editor is no text of the article; an empty heading element would be reported as such.
      'prefer-native-element': ['error', { exclude: ['heading'] }],
    },
  }),
);

/** What is wrong with a page, one line a fault. */
async function faultsOf(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, line, column, message, selector }) =>
        `${file}:${line}:${column} ${ruleId}: ${message} ${selector}`,
    ),
  );
}

it('finds what is wrong', async () => {
  const html = '<!DOCTYPE html><html lang="zh"><head><title>x</title></head><body>';
  expect(await faultsOf(`${html}<p id="a"></p></body></html>`, 'good')).toEqual([]);
  for (const bad of ['<p id="a"><div id="a"></div></p>', '<ul><p>a</p></ul>', '<img src="a">'])
    expect(await faultsOf(`${html}${bad}</body></html>`, bad)).not.toEqual([]);
});

describe.each(['siteDir', 'manySiteDir'] as const)('every page of %s', (name) => {
  it('is valid', async () => {
    const siteDir = inject(name);
    const faults: string[] = [];
    for (const file of filesOf(siteDir, '.html'))
      faults.push(...(await faultsOf(textOf(siteDir, file), file)));
    expect(faults.slice(0, 20)).toEqual([]);
  });
});
