/** `npm run inspect -- <file>`: what each stage of the conversion makes of a report, and which rule decided. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { readCatalogues, readThemes } from '../../src/collection/files.ts';
import { readRegions } from '../../src/collection/regions.ts';
import { emptyAnnotation, readAnnotation } from '../convert/editor/annotation.ts';
import { atLine, inspect, type Stage, stages } from '../convert/inspect/inspect.ts';
import { showInspection } from '../convert/inspect/show.ts';
import { formatMessages } from '../convert/messages.ts';
import { readSource } from '../convert/parse/read.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { idOf } from '../import/extract-file.ts';
import { readAnyFile } from '../import/read-any-file.ts';

const usage = `用法：npm run --silent inspect -- <文件> [--stage ${stages.join('|')}] [--line 行号] [--json]。
文件可以是纯文本、网页、Word 或 PDF；不写 --stage 时依次显示各行、标题与结构。`;

/** Stages that show why a text was read as it was. */
const usual: readonly Stage[] = ['zones', 'tokens', 'tree'];

/** Stands for the region of a file whose name tells none. */
const standIn = '110000';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        stage: { type: 'string', multiple: true },
        line: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const chosen = values.stage ?? [];
    const line = values.line === undefined ? undefined : Number(values.line);
    const known = chosen.every((stage) => (stages as readonly string[]).includes(stage));
    const [file, ...more] = positionals;
    if (!known || file === undefined || more.length > 0) return undefined;
    if (line !== undefined && !(Number.isInteger(line) && line > 0)) return undefined;
    return { file, line, json: values.json === true, chosen: chosen as Stage[] };
  } catch {
    return undefined;
  }
}

await runCommand(async () => {
  const asked = readArguments();
  if (!asked) throw new CommandError(usage);
  const { file, line, json, chosen } = asked;
  if (!existsSync(file)) throw new CommandError(`${file}：没有这个文件`);
  const source = new VFile({ path: file });
  const text = readSource(await readAnyFile(file), source);
  if (text === undefined) throw new CommandError(formatMessages([source]));
  const annotationPath = path.join(path.dirname(file), 'report.yaml');
  const annotated = path.basename(file) === 'source.txt' && existsSync(annotationPath);
  const said = new VFile({ path: annotationPath });
  const annotation = annotated
    ? readAnnotation(readFileSync(annotationPath, 'utf8'), said)
    : undefined;
  const regions = readRegions();
  const code = idOf(file).slice(0, 6);
  const region = regions.regionByCode(code) ?? regions.regionByCode(standIn);
  if (!region) throw new CommandError(`regions.yaml 没有 ${standIn}`);
  const whole = inspect(
    text,
    region,
    { themes: readThemes(), facts: readCatalogues() },
    annotation ?? emptyAnnotation,
  );
  const inspection = line === undefined ? whole : atLine(whole, line);
  const shown = chosen.length > 0 ? chosen : json ? stages : usual;
  console.log(
    json
      ? JSON.stringify(Object.fromEntries(shown.map((stage) => [stage, inspection[stage]])))
      : showInspection(inspection, shown),
  );
});
