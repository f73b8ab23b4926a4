/** Shows the faults of reports over the pages of the development server, as Vite shows its own. */
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';
import type { Plugin } from '../astro-config.ts';

/** The part of Vite's server that is needed: its line to the open pages. */
interface Lines {
  ws: {
    send(payload: object): void;
    on(event: 'connection', listener: () => void): void;
  };
}

/** Milliseconds after which faults are shown; an update of the page in between would have hidden them. */
const repeats = [100, 1000, 3000];

/** Three lines around a place of a file, the place marked; empty where the file cannot be read. */
function frameOf(file: string, line: number, column: number): string {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r\n|[\n\r]/u);
    const from = Math.max(0, line - 2);
    return lines
      .slice(from, line + 1)
      .flatMap((text, at) => {
        const number = from + at + 1;
        const short = text.length > 100 ? `${text.slice(0, 100)}…` : text;
        const row = `${String(number).padStart(5)} | ${short}`;
        return number === line
          ? [row, `      | ${'　'.repeat(Math.min(column - 1, 100))}^`]
          : [row];
      })
      .join('\n');
  } catch {
    return '';
  }
}

/** Keeps the faults there are, and tells them to every page that is open or opens. */
export class FaultOverlay {
  readonly #faults = new Map<string, VFile>();
  #line: Lines['ws'] | undefined;

  /** Plugin for the development server. */
  readonly plugin: Plugin = {
    name: 'fault-overlay',
    apply: 'serve',
    configureServer: (server) => {
      this.#line = (server as unknown as Lines).ws;
      this.#line.on('connection', () => this.#showLastingly());
    },
  };

  /**
   * Takes note of files that were converted anew, and shows what is wrong.
   * @param only the reports they belong to, where these are not all: a file of theirs that is gone has no fault any more
   */
  update(files: readonly VFile[], only?: readonly string[]): void {
    for (const path of [...this.#faults.keys()])
      if (!only || path.split(/[/\\]/u).some((name) => only.includes(name)))
        this.#faults.delete(path);
    for (const file of files)
      if (file.messages.some(({ fatal }) => fatal)) this.#faults.set(file.path, file);
    if (this.#faults.size > 0) this.#showLastingly();
  }

  /** Shows the faults, and again when the page has set itself up and taken what else came meanwhile. */
  #showLastingly(): void {
    for (const delay of repeats) setTimeout(() => this.#show(), delay);
  }

  #show(): void {
    const faults = [...this.#faults.values()].flatMap((file) =>
      file.messages.filter(({ fatal }) => fatal).map((message) => ({ file, message })),
    );
    const [first] = faults;
    if (!first) return;
    const { file, message } = first;
    const list = faults.map(
      ({ file: { path }, message: { line, column, ruleId, reason, note } }) =>
        `${[path, line, column].filter(Boolean).join(':')}  ${ruleId}\n${reason}\n${note ?? ''}`,
    );
    this.#line?.send({
      type: 'error',
      err: {
        message: `报告有 ${faults.length} 处错误，网页保持原样；改正后自动恢复。\n\n${list.join('\n\n')}`,
        stack: '',
        plugin: message.ruleId ?? 'report',
        id: file.path,
        ...(message.line
          ? {
              loc: { file: file.path, line: message.line, column: message.column ?? 1 },
              frame: frameOf(file.path, message.line, message.column ?? 1),
            }
          : {}),
      },
    });
  }
}
