/** Wordings of other reports: what must be read out of each, and nothing beside. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWording } from './read-wording.ts';

interface Wording {
  text: string;
  heading?: string;
  quantities?: [number, string][];
  indicators?: [string, number, string][];
  checks?: [string, string, number][];
}

const wordings = parse(
  readFileSync(path.join(import.meta.dirname, 'wordings.yaml'), 'utf8'),
) as Wording[];

describe('other wordings', () => {
  for (const wording of wordings)
    it(wording.text.slice(0, 40), () => {
      const found = readWording(wording.text, wording.heading);
      if (wording.quantities)
        expect(found.quantities.map(({ value, unit }) => [value, unit])).toEqual(
          wording.quantities,
        );
      if (wording.indicators)
        expect(
          found.matches.map(({ slug, quantity }) => [slug, quantity.value, quantity.unit]),
        ).toEqual(wording.indicators);
      if (wording.checks)
        expect(
          found.checks.map(({ kind, verdict, computed }) => [kind, verdict, computed]),
        ).toEqual(wording.checks);
    });
});
