/** What the development server costs: until it is ready, until a page stands, until an edit shows on the open page. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import { launchBrowser } from '../../files/browser.ts';

/** Seconds. */
export interface DevCost {
  /** From the start of the command until it prints its address, everything converted before. */
  ready: number;
  /** From asking for the first page until it stands in the browser. */
  firstPage: number;
  /** From writing a source until its new words stand on the open page, once for each edit. */
  edits: number[];
}

const mark = (edit: number) => `第${edit}次改动之后`;

/** Waits for the address the command prints. */
function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const address = /https?:\/\/\S+/.exec(output)?.[0];
        if (address) resolve(address);
      });
    server.once('exit', () => reject(new Error(`npm run dev ended:\n${output}`)));
  });
}

/** Starts the server on a converted collection and edits one of its sources, which is put back. */
export async function measureDev(contentDir: string, edits = 5): Promise<DevCost> {
  const clock = () => performance.now() / 1000;
  const id = readdirSync(path.join(contentDir, 'sources')).sort().at(-1) ?? '';
  const source = path.join(contentDir, 'sources', id, 'source.txt');
  const original = readFileSync(source, 'utf8');
  const browser = await launchBrowser();
  let start = clock();
  const since = () => Number((clock() - start).toFixed(2));
  const server = spawn(
    process.execPath,
    [path.join(programDir, 'scripts/run.cjs'), 'dev', '--port', '0'],
    { cwd: programDir, env: { ...process.env, CONTENT_DIR: contentDir } },
  );
  try {
    const address = await addressOf(server);
    const ready = since();
    const page = await browser.newPage();
    start = clock();
    await page.goto(`${address}reports/${id}/`, { waitUntil: 'domcontentloaded' });
    const firstPage = since();
    const times: number[] = [];
    for (let edit = 1; edit <= edits; edit += 1) {
      // The page has to have its line to the server before it can hear of an edit.
      await page.waitForLoadState('networkidle');
      start = clock();
      writeFileSync(source, original.replace('。', `，${mark(edit)}。`));
      await page.getByText(mark(edit)).first().waitFor({ state: 'attached', timeout: 60_000 });
      times.push(since());
    }
    return { ready, firstPage, edits: times };
  } finally {
    writeFileSync(source, original);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    await browser.close();
  }
}
