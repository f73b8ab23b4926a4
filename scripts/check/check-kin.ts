/** Compares reports with those of bodies of the same kind and level. */
import { reportIdPattern } from '../../src/model/report-id.ts';
import { report } from '../convert/messages.ts';
import type { CheckedReport } from './types.ts';

/** Fewer kin than this say nothing of what is usual. */
const fewest = 3;
/** A report shorter than this part of the usual length is worth a look. */
const short = 0.35;

function lengthOf({ output }: CheckedReport): number {
  const sum = (sections: { text: string; heading: string | null; children: never[] }[]): number =>
    sections.reduce(
      (total, { text, heading, children }) =>
        total + text.length + (heading?.length ?? 0) + sum(children),
      0,
    );
  return output ? sum(output.data.sections as never[]) : 0;
}

/** Government of a province, department of a county, …. */
function kinOf({ id, output }: CheckedReport): string {
  const code = reportIdPattern.exec(id)?.groups?.['code'] ?? '';
  const level = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
  return `${output?.data.kind} ${level}`;
}

/** Reports texts that are much shorter than those of their kin: often a page is missing. */
export function checkKin(reports: readonly CheckedReport[]): void {
  const whole = reports.filter(({ output }) => output);
  for (const kin of Map.groupBy(whole, kinOf).values()) {
    if (kin.length < fewest) continue;
    const lengths = kin.map(lengthOf).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length / 2)] as number;
    for (const checked of kin) {
      const count = lengthOf(checked);
      if (count < usual * short)
        report(checked.source, 'report-short', undefined, { count, usual });
    }
  }
}
