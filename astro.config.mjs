import path from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import {
  basePath,
  cacheDir,
  contentDir,
  outDir,
  programDir,
  siteUrl,
} from './src/collection/settings.ts';

// Astro asks for this when the first event is recorded, which is after this file was read.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/**
 * Keeps modules on disk that the bundle and the scripts share: settings.ts, which bundled would look for the checkout
 * beside the bundle, reads.ts, where pages note what the build asks for, and hash-file.ts, which reads no file twice.
 * @returns {import('vite').Plugin}
 */
function sharedModules() {
  const onDisk = /\/(settings|reads|hash-file)\.ts$/;
  return {
    name: 'shared-modules',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      const name = importer?.startsWith(programDir) && onDisk.exec(source)?.[1];
      if (!name) return null;
      return { id: new URL(`./src/collection/${name}.ts`, import.meta.url).href, external: true };
    },
  };
}

export default defineConfig({
  ...(siteUrl ? { site: siteUrl } : {}),
  base: basePath,
  outDir,
  cacheDir: path.join(cacheDir, 'astro'),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx()],
  // Colours of highlighted code would be inline styles, and no colours of this site.
  markdown: { syntaxHighlight: false },
  vite: {
    // Two servers of different collections would clear each other's.
    cacheDir: path.join(cacheDir, 'vite'),
    plugins: [sharedModules()],
    build: {
      // Scripts stay files of their own, so that a content security policy need not allow inline ones.
      assetsInlineLimit: 0,
      // The oldest browsers with light-dark() and nesting: what is written is what is shipped.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
    server: { fs: { allow: [programDir, contentDir] } },
  },
});
