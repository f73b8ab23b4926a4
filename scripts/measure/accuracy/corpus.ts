/** The labelled corpus: texts in two halves, with what a careful reader read in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { programDir } from '../../../src/collection/program-dir.ts';
import { type Labels, labels, sourceNames } from './labels.ts';

/** The half that is for development, and the one that is looked at only in numbers. */
export const halves = ['open', 'sealed'] as const;
export type Half = (typeof halves)[number];

/** A text of the corpus. */
export interface LabelledText {
  /** Name of its folder. */
  name: string;
  /** Path of its source. */
  file: string;
  labels: Labels;
}

/** Where the corpus stands. */
export const corpusDir = path.join(programDir, 'tests/corpus');

/** Labels of a folder. What is wrong with them is told by `tests/corpus/labels.test.ts`, which shows no text. */
function readLabels(folder: string): Labels {
  try {
    return labels.parse(parse(readFileSync(path.join(folder, 'labels.yaml'), 'utf8')));
  } catch {
    throw new Error('Labels of the corpus are not of the schema: see tests/corpus/labels.test.ts');
  }
}

/**
 * Reads the texts of one half, beginnings of pages first.
 * @throws when labels are not of the schema
 */
export function readHalf(half: Half): LabelledText[] {
  return ['heads', 'reports'].flatMap((kind) => {
    const parent = path.join(corpusDir, half, kind);
    return readdirSync(parent)
      .sort()
      .map((name) => {
        const folder = path.join(parent, name);
        const files = sourceNames.map((source) => path.join(folder, source));
        return {
          name,
          file: files.find((file) => existsSync(file)) as string,
          labels: readLabels(folder),
        };
      });
  });
}
