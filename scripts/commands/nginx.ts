/** `npm run nginx -- --root <folder> --port <port>`: prints a configuration of nginx for the site built for `BASE_PATH`. */
import { parseArgs } from 'node:util';
import { basePath } from '../../src/collection/settings.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { nginxConfig } from '../site/hosts/nginx-config.ts';

/** @throws {CommandError} on arguments it does not know, and on paths that a configuration cannot hold */
function readOptions(): { root: string; port: number } {
  try {
    const { values } = parseArgs({
      options: {
        root: { type: 'string', default: '/srv/site' },
        port: { type: 'string', default: '8080' },
      },
    });
    const port = Number(values.port);
    const root = values.root.replace(/(?<!\/)\/+$/u, '');
    if (/^\/[^\s;{}"'$\\]+$/u.test(root) && Number.isInteger(port) && port > 0 && port < 65536)
      return { root, port };
  } catch {
    // Falls through to the sentence below: what node:util says is in English.
  }
  throw new CommandError(
    '可用的参数：--root <网站文件夹的绝对路径，不含空格与引号> --port <端口号>（用 npm run 时写在 -- 之后）。',
  );
}

await runCommand(async () => {
  process.stdout.write(nginxConfig({ ...readOptions(), base: basePath }));
});
