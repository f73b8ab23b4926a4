/** `npm run preview`: serves the site that was built. */
import { previewSite } from './publish/preview-site.ts';
import { runCommand, serverOptions } from './publish/run-command.ts';

await runCommand(() => previewSite(serverOptions()));
