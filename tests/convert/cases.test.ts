/** Reports of every shape met in the wild, each with the tree, the metadata, the facts, the page and the messages it must give. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { formatMessages } from '../../scripts/convert/messages.ts';
import { knowledge } from '../own.ts';
import { factsText } from './facts-text.ts';
import { outlineText } from './outline-text.ts';

const folder = path.join(import.meta.dirname, 'cases');

describe('cases', () => {
  for (const name of readdirSync(folder)) {
    it(name.replaceAll('-', ' '), async () => {
      const source = readFileSync(path.join(folder, name, 'source.txt'));
      const year = /\D(20\d\d)年/u.exec(` ${source}`)?.[1] ?? expect.fail('a case names its year');
      const { files, output } = convertReport(
        {
          id: `110101-${year}`,
          source,
          sourcePath: 'source.txt',
          annotationPath: 'report.yaml',
        },
        knowledge,
      );
      const { data, facts, mdx } = output ?? expect.fail(formatMessages(files));
      const fields = [
        'title',
        'issuer',
        'addressee',
        'publisher',
        'kind',
        'published',
        'signed',
        'documentNumber',
        'indexNumber',
        'source',
      ] as const;
      const found = [
        ...fields.map((field) => `${field}: ${data[field] ?? '—'}`),
        ...data.furniture.map(({ line, text }) => `furniture ${line}: ${text}`),
        '',
        outlineText(data.sections),
        factsText(facts ?? expect.fail('no facts')),
        formatMessages(files).replaceAll(/\n {2}.*/g, ''),
      ].join('\n');
      await expect(`${found.trimEnd()}\n`).toMatchFileSnapshot(
        path.join(folder, name, 'expected.txt'),
      );
      const body = mdx.slice(mdx.indexOf('\n---\n') + '\n---\n\n'.length);
      await expect(body).toMatchFileSnapshot(path.join(folder, name, 'expected.mdx'));
    });
  }
});
