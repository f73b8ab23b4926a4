/** What each facet says of a passage. */
import { expect, it } from 'vitest';
import type { Part } from '../../src/model/report.ts';
import { countFacets, facetNames } from '../../src/search/facets.ts';
import type { IndexedPassage, IndexedReport } from '../../src/search/report.ts';

const passage = { part: 'plan' as Part, themes: ['leadership'] } as IndexedPassage;
const reportOf = (id: string) =>
  ({ id, year: 2020, kind: 'department', regions: [id.slice(0, 6)] }) as IndexedReport;
const valuesOf = (id: string) => {
  const counts = countFacets([{ report: reportOf(id), passage }], { chosen: {}, excluded: {} });
  return Object.fromEntries(facetNames.map((facet) => [facet, [...counts[facet].keys()]]));
};

it('has the values that a report and its passage have', () => {
  expect(valuesOf('330182-2020')).toEqual({
    ...{ region: ['330182'], level: ['county'], year: ['2020'] },
    ...{ theme: ['leadership'], part: ['plan'], kind: ['department'] },
  });
});

it('tells the level from the code that an id begins with', () => {
  const levels = ['330000-2020', '330100-2020-sifaju', '429004-2020'].map((id) => valuesOf(id));
  expect(levels.map(({ level }) => level)).toEqual([['province'], ['prefecture'], ['county']]);
});
