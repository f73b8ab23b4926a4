/** `npm run anchors`: what became of the published addresses; with `--accept`, records them as they are now. */
import {
  hashAnchors,
  type Lock,
  type LockedReport,
  lockPathOf,
  lockText,
  writeLock,
} from '../check/anchors/lock.ts';
import { hashFiles } from '../check/anchors/report-files.ts';
import { redirectsOf } from '../check/check-anchors.ts';
import { checkCollection } from '../check/check-collection.ts';
import { findings, textOf } from '../check/format.ts';
import type { CheckedReport } from '../check/types.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';

/** Rules about the lock; the others are none of this command's business. */
const ofLock = /^(?:anchor-|anchors-|source-changed|original-changed|source-file-lost)/u;

/** What is promised from now on: the addresses there are, and former ones that are led on. */
function promised(checked: CheckedReport, lock: Lock): LockedReport['anchors'] {
  const redirects = redirectsOf(checked);
  const former = Object.entries(lock.reports[checked.id]?.anchors ?? {}).filter(
    ([id]) => id in redirects,
  );
  return { ...hashAnchors(checked.output?.anchors ?? []), ...Object.fromEntries(former) };
}

await defineCommand({
  name: 'anchors',
  about: '核对已公布的地址；--accept 认可现在的地址。',
  options: { accept: { type: 'boolean', about: '把现在的地址登记为已公布' } },
  async run({ values: { accept }, collection }) {
    const { reports, files, lock } = checkCollection(collection);
    const list = findings(files);
    const about = list.filter(({ rule }) => ofLock.test(rule));
    if (!accept) {
      if (about.length > 0) console.log(`${textOf(about)}\n`);
      const errors = about.filter(({ level }) => level === 'error').length;
      console.log(
        about.length === 0
          ? `${reports.length} 份报告的地址都与登记相符。`
          : `与登记不符 ${errors} 处，未登记 ${about.length - errors} 份。核对后可运行 npm run anchors -- --accept 予以认可。`,
      );
      if (errors > 0) process.exitCode = 1;
      return;
    }
    if (!lock) throw new CommandError('没有登记任何地址。请先恢复 anchors.lock.json。');
    const blocked = reports.filter(({ output }) => !output);
    if (blocked.length > 0)
      throw new CommandError(
        `${blocked.map(({ id }) => id).join('、')} 有错误，没有登记任何地址。请先运行 npm run check:content 并改正。`,
      );
    const next: Lock = {
      version: 1,
      reports: Object.fromEntries(
        reports.map((checked) => [
          checked.id,
          { files: hashFiles(collection, checked.id), anchors: promised(checked, lock) },
        ]),
      ),
    };
    if (lockText(lock) === lockText(next)) console.log('没有变化。');
    else {
      writeLock(lockPathOf(collection), next);
      const count = reports.reduce((sum, { output }) => sum + (output?.anchors.length ?? 0), 0);
      console.log(`已登记 ${reports.length} 份报告的 ${count} 个地址（anchors.lock.json）。`);
    }
  },
});
