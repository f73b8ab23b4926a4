/** One stage of a build, or a whole one, as a process of its own: `node stage.ts <stage> <folder of the site> <result file>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { programDir } from '../../../src/collection/program-dir.ts';
import { readSettings } from '../../../src/collection/settings.ts';
import { buildSite } from '../../site/build-site.ts';
import { complete, convert, data, index, pages } from '../../site/build-stages.ts';

const settings = readSettings(process.env, programDir);
const [name, siteDir, resultFile] = process.argv.slice(2) as [string, string, string];

const stages: Record<string, () => Promise<string>> = {
  convert: () => convert(settings),
  pages: () => pages(settings, siteDir),
  data: () => data(settings, siteDir),
  index: () => index(settings, siteDir),
  list: () => complete(settings, siteDir),
  build: async () => {
    await buildSite(settings);
    return '';
  },
};

/** CPU seconds of the processes this one started and waited for (Linux). */
function childrenCpu(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    // cutime and cstime, in hundredths of a second
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

const said = await (stages[name] as () => Promise<string>)();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
writeFileSync(
  resultFile,
  JSON.stringify({
    said,
    cpu: (userCPUTime + systemCPUTime) / 1e6 + childrenCpu(),
    rss: maxRSS * 1024,
  }),
);
