import { cite } from '../../model/citation.ts';
import { routes } from '../../model/routes.ts';
import { saveFile } from '../shared/save-file.ts';
import { siteLink } from '../shared/site-link.ts';
import { today } from '../shared/today.ts';
import { comparisonDocument } from '../word/comparison.ts';
import type { Comparison } from './whole-comparison.ts';

/** Makes a Word document of a comparison, with the sources of its reports, and hands it to the reader. */
export async function saveComparison(comparison: Comparison): Promise<void> {
  const reports = comparison.compared.map(({ data }) => data);
  const sources = reports.map((report) => {
    const url = new URL(siteLink(routes.report(report.id)), location.href).href;
    return cite('gbt7714', { report, url, accessed: today() });
  });
  const file = await comparisonDocument(comparison, sources);
  saveFile(file, `compare-${reports.map(({ id }) => id).join('_')}.docx`);
}
