/** Compares reports with those of their peers: bodies of the same kind and level. */
import { walkOutline } from '../../src/model/outline.ts';
import { reportIdPattern } from '../../src/model/report-id.ts';
import { report } from '../convert/messages.ts';
import type { CheckedReport } from './types.ts';

/** Fewer peers than this say nothing of what is usual. */
const fewest = 3;
/** A report shorter than this part of the usual length is worth a look. */
const short = 0.35;

function lengthOf({ output }: CheckedReport): number {
  return [...walkOutline(output?.data.sections ?? [])].reduce(
    (total, { entry: { text, heading } }) => total + text.length + (heading?.length ?? 0),
    0,
  );
}

/** What peers have in common: government of a province, department of a county, …. */
function peerGroup({ id, output }: CheckedReport): string {
  const code = reportIdPattern.exec(id)?.groups?.['code'] ?? '';
  const level = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
  return `${output?.data.kind} ${level}`;
}

/** Reports texts that are much shorter than those of their peers: often a page is missing. */
export function checkPeers(reports: readonly CheckedReport[]): void {
  const whole = reports.filter(({ output }) => output);
  for (const peers of Map.groupBy(whole, peerGroup).values()) {
    if (peers.length < fewest) continue;
    const lengths = peers.map(lengthOf).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length / 2)] as number;
    for (const checked of peers) {
      const count = lengthOf(checked);
      if (count < usual * short)
        report(checked.source, 'report-short', undefined, { count, usual });
    }
  }
}
