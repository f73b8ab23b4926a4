import { cite } from '../../model/citation.ts';
import { loadReport } from '../compare/load-report.ts';
import { saveFile } from '../shared/save-file.ts';
import { reportDocument } from '../word/report.ts';
import { addressOf, citationOf } from './report-facts.ts';

/**
 * Makes a Word document of a report and hands it to the reader.
 * @throws when its open data cannot be fetched
 */
export async function saveReport(id: string): Promise<void> {
  const data = await loadReport(id);
  const source = cite('gbt7714', citationOf(data, addressOf('')));
  saveFile(await reportDocument(data, source), `${id}.docx`);
}
