/** `npm start`: builds the site and serves it. */
import { defineCommand, serverOptions, serverPlace } from '../files/run-command.ts';
import { buildSite } from '../site/build-site.ts';
import { previewSite } from '../site/hosts/preview-site.ts';

await defineCommand({
  name: 'start',
  about: '生成网站并在本机打开。',
  options: serverOptions,
  async run(context) {
    const place = serverPlace(context);
    await buildSite(context.settings, 'npm start');
    await previewSite(context.settings, place);
  },
});
