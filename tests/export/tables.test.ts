/** The tables of the open data, whole and one by one. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { convertCollection } from '../../scripts/convert/run.ts';
import { writeTable, writeTables } from '../../scripts/site/open-data/write.ts';
import { openCollection } from '../../src/collection/files.ts';
import { routes } from '../../src/model/routes.ts';
import { temporaryFolder } from '../folder.ts';
import { own, sourcesDir } from '../own.ts';

it('are the same when one is asked for, and only that one is written', async () => {
  const folder = temporaryFolder('tables');
  const place = { ...own.place, contentDir: folder, cacheDir: path.join(folder, '.cache') };
  const collection = openCollection(place);
  for (const id of ['152200-2021', '632800-2020'])
    cpSync(path.join(sourcesDir, id), path.join(collection.sourcesDir, id), { recursive: true });
  await convertCollection(collection);
  const [all, one] = [path.join(folder, 'all'), path.join(folder, 'one')];
  writeTables(collection, all);
  writeTable(collection, { table: 'checks', format: 'csv' }, one);
  const address = routes.table('checks', 'csv');
  expect(readdirSync(one, { recursive: true, withFileTypes: true }).length).toBe(
    address.split('/').length,
  );
  expect(readFileSync(path.join(one, address))).toEqual(readFileSync(path.join(all, address)));
});
