/** The facts of a labelled report, read from its source without what an editor says. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import type { ReportFacts } from '../../../src/model/facts.ts';
import { convertReport, type Knowledge } from '../../convert/convert-report.ts';
import { formatMessages } from '../../convert/messages.ts';

/** Source of a labelled report: `<id>.txt` beside its labels, or the project's own. */
function sourceOf(folder: string, id: string): string {
  const beside = path.join(folder, `${id}.txt`);
  return existsSync(beside) ? beside : path.join(programDir, 'content/sources', id, 'source.txt');
}

/** @throws when the source is missing or does not convert */
export function factsOf(folder: string, id: string, knowledge: Knowledge): ReportFacts {
  const sourcePath = sourceOf(folder, id);
  // Headings an editor gave change section ids; whatever else an editor says must not help.
  const annotationPath = path.join(path.dirname(sourcePath), 'report.yaml');
  const { files, output } = convertReport(
    { id, source: readFileSync(sourcePath), sourcePath, annotationPath },
    knowledge,
  );
  if (!output?.facts) throw new Error(`${id} 未能转换：\n${formatMessages(files)}`);
  return output.facts;
}
