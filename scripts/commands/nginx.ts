/** `npm run nginx -- --root <folder> --port <port>`: prints a configuration of nginx for the site built for `BASE_PATH`. */
import { defineCommand } from '../files/run-command.ts';
import { nginxConfig } from '../site/hosts/nginx-config.ts';

await defineCommand({
  name: 'nginx',
  about: '输出发布网站的 nginx 配置。',
  options: {
    root: {
      type: 'string',
      default: '/srv/site',
      value: '<路径>',
      about: '网站文件夹的绝对路径，不含空格与引号，默认 /srv/site',
    },
    port: { type: 'string', default: '8080', value: '<端口号>', about: '端口，默认 8080' },
  },
  async run({ values, settings, misused }) {
    const port = Number(values.port);
    const root = values.root.replace(/(?<!\/)\/+$/u, '');
    // Nothing that a configuration cannot hold.
    if (!/^\/[^\s;{}"'$\\]+$/u.test(root)) throw misused(`--root ${values.root} 有误。`);
    if (!Number.isInteger(port) || port <= 0 || port >= 65536)
      throw misused(`端口 ${values.port} 有误。`);
    process.stdout.write(nginxConfig({ root, port, base: settings.basePath }));
  },
});
