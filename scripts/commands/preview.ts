/** `npm run preview`: serves the site that was built. */

import { runCommand, serverOptions } from '../files/run-command.ts';
import { previewSite } from '../site/hosts/preview-site.ts';

await runCommand(() => previewSite(serverOptions()));
