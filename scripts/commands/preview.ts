/** `npm run preview`: serves the site that was built. */
import { defineCommand, serverOptions, serverPlace } from '../files/run-command.ts';
import { previewSite } from '../site/hosts/preview-site.ts';

await defineCommand({
  name: 'preview',
  about: '在本机打开生成的网站。',
  options: serverOptions,
  run: (context) => previewSite(context.settings, serverPlace(context)),
});
