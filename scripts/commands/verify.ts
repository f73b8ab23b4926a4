/** `npm run verify -- <folder or address>`: compares a published site with its manifest. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { folderPlace, hostPlace, type Place } from '../site/manifest/place.ts';
import { type Finding, verifySite } from '../site/manifest/verify-site.ts';

const names: Record<Finding['kind'], string> = {
  missing: '缺失',
  altered: '被改动',
  extra: '多出',
};

/** @throws {CommandError} on an address that is none, and on a folder that does not exist */
function placeOf(name: string, misused: (detail: string) => CommandError): Place {
  if (/^https?:\/\//iu.test(name)) {
    if (!URL.canParse(name)) throw misused(`网址 ${name} 有误。`);
    return hostPlace(name);
  }
  const folder = path.resolve(name);
  if (!existsSync(folder)) throw misused(`没有文件夹 ${folder}。`);
  return folderPlace(folder);
}

await defineCommand({
  name: 'verify',
  about: '逐个文件核对发布的网站与它的清单是否相符。',
  positionals: '[网站文件夹或网址，省略时为 OUT_DIR]',
  async run({ positionals, settings, misused }) {
    if (positionals.length > 1) throw misused();
    const place = placeOf(positionals[0] ?? settings.outDir, misused);
    const counts: Record<Finding['kind'], number> = { missing: 0, altered: 0, extra: 0 };
    const result = await verifySite(place, ({ kind, path }) => {
      counts[kind] += 1;
      console.log(`${names[kind]}：${path}`);
    });
    const { manifest, compared, keptBack, sha256 } = result;
    console.log(`清单 SHA-256：${sha256}`);
    if (keptBack.length > 0)
      console.log(`主机不公开、未能核对：${keptBack.join('、')}（供主机读取的设置文件）`);
    if (!place.list) console.log('经网络核对时无从知道主机上另有哪些文件，“多出”一项未查。');
    const faults = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (faults === 0)
      return console.log(`相符：清单所列 ${manifest.files} 个文件，核对了 ${compared} 个。`);
    const parts = Object.entries(counts).map(
      ([kind, count]) => `${names[kind as Finding['kind']]} ${count}`,
    );
    throw new CommandError(
      `与清单不符：${parts.join('，')}。请重新发布该网站；若改动是有意的，请改动来源后重新生成。`,
    );
  },
});
