/** One source file → its tables, by the way every report is converted. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { reportIdPattern } from '../../src/model/report-id.ts';
import { allRows, type TableName } from '../../src/model/tables.ts';
import { convertReport, type Knowledge } from '../convert/convert-report.ts';
import { formatMessages } from '../convert/messages.ts';
import { readAnyFile } from './read-any-file.ts';

type Rows = ReturnType<typeof allRows>;
export type Extraction = { id: string } & { [Table in TableName]: Rows[Table] };

/** Stands for the id of a file whose name is none: any region and year will do where no page is made. */
const standIn = '110000-2020';

/** Id of a report by its file: its name, or for `source.txt` the name of its folder. */
export function idOf(file: string): string {
  const name = path.basename(file, path.extname(file));
  return name === 'source' ? path.basename(path.dirname(path.resolve(file))) : name;
}

/**
 * Reads and converts one file; an annotation `report.yaml` beside a `source.txt` is applied.
 * @returns the tables, or what was wrong
 */
export async function extractFile(
  file: string,
  knowledge: Knowledge,
): Promise<Extraction | { fault: string }> {
  if (!existsSync(file)) return { fault: '没有这个文件' };
  const id = idOf(file);
  const convert = async (reportId: string) =>
    convertReport({ id: reportId, sourcePath: file, ...(await readAnyFile(file)) }, knowledge);
  let { files, output } = await convert(reportIdPattern.test(id) ? id : standIn);
  // A code that is no region's still names a report here.
  if (!output && reportIdPattern.test(id)) ({ files, output } = await convert(standIn));
  if (!output?.facts) return { fault: formatMessages(files) };
  return { id, ...allRows({ ...output.facts, id }, output.data.sections) };
}
