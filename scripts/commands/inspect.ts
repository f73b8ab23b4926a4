/** `npm run inspect -- <file>`: what each stage of the conversion makes of a report, and which rule decided. */
import { existsSync } from 'node:fs';
import { VFile } from 'vfile';
import { readRegions } from '../../src/collection/regions.ts';
import { emptyAnnotation, readAnnotation } from '../convert/editor/annotation.ts';
import { atLine, inspect, type Stage, stages } from '../convert/inspect/inspect.ts';
import { showInspection } from '../convert/inspect/show.ts';
import { formatMessages } from '../convert/messages.ts';
import { readSource } from '../convert/parse/read.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { idOf } from '../import/extract-file.ts';
import { readAnyFile } from '../import/read-any-file.ts';

/** Stages that show why a text was read as it was. */
const usual: readonly Stage[] = ['zones', 'tokens', 'tree'];

/** Stands for the region of a file whose name tells none. */
const standIn = '110000';

const isStage = (name: string): name is Stage => (stages as readonly string[]).includes(name);

await defineCommand({
  name: 'inspect',
  about:
    '显示转换的每一步把文件读成什么，以及由哪条规则决定。文件可以是纯文本、网页、Word 或 PDF。',
  positionals: '<文件>',
  options: {
    stage: {
      type: 'string',
      value: '<步骤,…>',
      about: `只看这些步骤：${stages.join('、')}；默认 ${usual.join('、')}`,
    },
    line: { type: 'string', value: '<行号>', about: '只看原文的这一行' },
    json: { type: 'boolean', about: '以 JSON 输出，默认全部步骤' },
  },
  async run({ values, positionals, collection, misused }) {
    const [file, ...more] = positionals;
    const chosen = values.stage?.split(',') ?? (values.json ? stages : usual);
    const line = values.line === undefined ? undefined : Number(values.line);
    if (file === undefined || more.length > 0 || !chosen.every(isStage)) throw misused();
    if (line !== undefined && !(Number.isInteger(line) && line > 0)) throw misused();
    if (!existsSync(file)) throw new CommandError(`${file}：没有这个文件`);
    const source = new VFile({ path: file });
    const read = await readAnyFile(file);
    const text = readSource(read.source, source);
    if (text === undefined) throw new CommandError(formatMessages([source]));
    const annotation =
      read.annotation && readAnnotation(read.annotation, new VFile({ path: read.annotationPath }));
    const regions = readRegions(collection);
    const code = idOf(file).slice(0, 6);
    const region = regions.regionByCode(code) ?? regions.regionByCode(standIn);
    if (!region) throw new CommandError(`regions.yaml 没有 ${standIn}`);
    const whole = inspect(
      text,
      region,
      { themes: collection.readThemes(), facts: collection.readCatalogues() },
      annotation || emptyAnnotation,
    );
    const inspection = line === undefined ? whole : atLine(whole, line);
    console.log(
      values.json
        ? JSON.stringify(Object.fromEntries(chosen.map((stage) => [stage, inspection[stage]])))
        : showInspection(inspection, chosen),
    );
  },
});
