/** `npm start`: builds the site and serves it. */
import { buildSite } from './publish/build-site.ts';
import { previewSite } from './publish/preview-site.ts';
import { runCommand, serverOptions } from './publish/run-command.ts';

await runCommand(async () => {
  const options = serverOptions();
  await buildSite('npm start');
  await previewSite(options);
});
