/** `npm start`: builds the site and serves it. */

import { runCommand, serverOptions } from '../files/run-command.ts';
import { buildSite } from '../site/build-site.ts';
import { previewSite } from '../site/hosts/preview-site.ts';

await runCommand(async () => {
  const options = serverOptions();
  await buildSite('npm start');
  await previewSite(options);
});
