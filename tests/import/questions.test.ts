/** What is asked about a doubtful file, and what becomes of the answers. Nothing is written: these are trials. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile, type Questions } from '../../scripts/import/import-file.ts';
import { findRegion } from '../../scripts/import/recognise/find-region.ts';
import { Library } from '../../scripts/import/recognise/library.ts';
import { temporaryFolder } from '../folder.ts';
import { knowledge } from '../own.ts';
import { paragraphsOf, sample } from './texts.ts';

const folder = temporaryFolder('questions');

const options = { replace: false, yes: false, dryRun: true, day: '2026-01-02' };

/** Answers, and a record of what was asked. */
function answering(answers: Partial<Questions>): { asked: string[]; questions: Questions } {
  const asked: string[] = [];
  const note = <Answer>(name: keyof Questions, answer: Answer) => {
    asked.push(name);
    return answer;
  };
  const questions: Questions = {
    show: () => {},
    region: async (recognition) => note('region', await answers.region?.(recognition)),
    year: async (recognition) => note('year', await answers.year?.(recognition)),
    goOn: async (refusal) => note('goOn', (await answers.goOn?.(refusal)) ?? false),
    taken: async (refusal) => note('taken', await answers.taken?.(refusal)),
  };
  return { asked, questions };
}

function put(text: string): string {
  const file = path.join(folder, 'a.txt');
  writeFileSync(file, text);
  return file;
}

const certain = paragraphsOf(sample('四川省绵阳市安州区', '我区', 2022)).join('\n');
const doubtful = paragraphsOf(sample('鼓楼区', '我区', 2020))
  .join('\n')
  .replaceAll(/20\d{2}年度?/gu, '');

describe('questions', () => {
  it('are not asked about what is certain', async () => {
    const { asked, questions } = answering({});
    const outcome = await importFile(put(certain), options, knowledge, Library.read(''), questions);
    expect([asked, outcome.id]).toEqual([[], '510705-2022']);
  });

  it('are asked about region and year, with the regions that come into question', async () => {
    const { asked, questions } = answering({
      region: async ({ candidates }) =>
        candidates.find(({ region }) => region.code === '350102')?.region.code,
      year: async () => 2020,
    });
    const outcome = await importFile(
      put(doubtful),
      options,
      knowledge,
      Library.read(''),
      questions,
    );
    expect([asked, outcome.id]).toEqual([['region', 'year'], '350102-2020']);
    expect(outcome.detection).toMatchObject({
      region: { name: '鼓楼区' },
      uncertain: ['region', 'year'],
    });
  });

  it('are asked about papers that look like no reports, and a no is taken', async () => {
    const plan = certain.replace('情况报告', '工作要点');
    const no = answering({});
    const refused = await importFile(put(plan), options, knowledge, Library.read(''), no.questions);
    expect([no.asked, refused.status, refused.unfit]).toEqual([['goOn'], 'refused', true]);
    const yes = answering({ goOn: async () => true });
    const taken = await importFile(put(plan), options, knowledge, Library.read(''), yes.questions);
    expect(taken.id).toBe('510705-2022');
  });

  it('are asked about an id that is taken: a suffix makes another report of it', async () => {
    const library = Library.read('');
    library.add('510705-2022', certain.replace('98.6%', '12.3%'));
    const { asked, questions } = answering({ taken: async () => ({ suffix: 'sfj' }) });
    const outcome = await importFile(put(certain), options, knowledge, library, questions);
    expect([asked, outcome.id]).toEqual([['taken'], '510705-2022-sfj']);
  });
});

describe('a region named by a person', () => {
  it('is found by code, full name, and names that are its alone', () => {
    const code = (text: string) => {
      const found = findRegion(text, knowledge.regions);
      return found && 'code' in found ? found.code : found?.several.length;
    };
    expect(
      ['530102', '五华区', '云南省昆明市五华区', '海西州', '长春市朝阳区', '没有这个地方'].map(
        code,
      ),
    ).toEqual(['530102', '530102', '530102', '632800', '220104', undefined]);
    expect(code('鼓楼区')).toBe(4);
  });
});
