/** The tables of all reports, one report after the other: what the files of the open data are written from. */
import { readReportData, readReportFacts } from './collection.ts';
import { type Cell, rowsOf, type TableName } from './model/tables.ts';
import { allReports } from './reports.ts';

/** Rows of a table in the order of the corpus. Reports are read one at a time. */
export async function* tableRows(table: TableName): AsyncGenerator<Record<string, Cell>> {
  for (const report of await allReports()) {
    const sections = table === 'sections' ? readReportData(report.id).sections : [];
    yield* rowsOf(table, readReportFacts(report.id), sections);
  }
}

/** A response whose text is made piece by piece, so that no table is ever one string. */
export function streamed(pieces: AsyncIterable<string>, type: string): Response {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}
