/** What a build costs after an edit: the second half of every pair is the published site brought up to date. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Cost, measureStage } from './measure.ts';

export interface EditCost extends Cost {
  edit: string;
}

/**
 * Edits a collection whose site stands, and builds it after each edit; the collection is put back, the site is not.
 * @param siteDir the published site, `OUT_DIR` of `env`
 */
export async function measureEdits(
  contentDir: string,
  siteDir: string,
  env: NodeJS.ProcessEnv,
): Promise<EditCost[]> {
  const sources = path.join(contentDir, 'sources');
  const ids = readdirSync(sources).sort();
  const edited = ids[Math.floor(ids.length / 2)] as string;
  const source = path.join(sources, edited, 'source.txt');
  const original = readFileSync(source, 'utf8');
  // A department beside the government of a region: in the newest year, where it moves most of what follows.
  const newest = ids.reduce((a, b) => (b.slice(7, 11) > a.slice(7, 11) ? b : a));
  const added = path.join(sources, `${newest.slice(0, 11)}-bench`);
  const edits: [string, () => void][] = [
    ['没有变动', () => {}],
    ['改一句', () => writeFileSync(source, original.replace('。', '，又改了一句。'))],
    [
      '加一份',
      () => {
        cpSync(path.join(sources, newest), added, { recursive: true });
        writeFileSync(path.join(added, 'report.yaml'), 'kind: department\nissuer: 某某局\n');
      },
    ],
  ];
  const costs: EditCost[] = [];
  try {
    for (const [edit, change] of edits) {
      change();
      costs.push({ edit, ...(await measureStage('build', siteDir, env)) });
    }
  } finally {
    writeFileSync(source, original);
    rmSync(added, { recursive: true, force: true });
  }
  return costs;
}
