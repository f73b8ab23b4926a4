/** Serves a folder over HTTP as a plain static host would. */
export { serveDirectory } from '../scripts/site/hosts/serve-directory.ts';
