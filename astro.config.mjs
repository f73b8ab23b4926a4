import path from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { basePath, contentDir, outDir, programDir, siteUrl } from './src/settings.ts';

// Astro asks for this when the first event is recorded, which is after this file was read.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/**
 * Keeps settings.ts a module on disk: bundled, it would look for the checkout beside the bundle.
 * @returns {import('vite').Plugin}
 */
function settingsOnDisk() {
  const id = new URL('./src/settings.ts', import.meta.url);
  return {
    name: 'settings-on-disk',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      const isSettings = source.endsWith('/settings.ts') && importer?.startsWith(programDir);
      return isSettings ? { id: id.href, external: true } : null;
    },
  };
}

/**
 * Lets generated MDX import the JSX runtime wherever the collection lies: a module outside the checkout
 * finds no node_modules of its own, so bare imports from there are resolved as if from the checkout.
 * @returns {import('vite').Plugin}
 */
function collectionImports() {
  const outside = !contentDir.startsWith(programDir + path.sep);
  return {
    name: 'collection-imports',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!outside || !importer?.startsWith(contentDir) || /^[./]/.test(source)) return null;
      const resolved = await this.resolve(source, path.join(programDir, 'package.json'), options);
      return resolved ?? null;
    },
  };
}

export default defineConfig({
  ...(siteUrl ? { site: siteUrl } : {}),
  base: basePath,
  outDir,
  // The cache belongs to the collection it was made from.
  cacheDir: path.join(
    contentDir === path.join(programDir, 'content') ? programDir : contentDir,
    '.cache/astro',
  ),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx()],
  markdown: {
    // Typography never rewrites official text: no smart punctuation, no GFM literals.
    processor: satteri({ features: { gfm: false, smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [settingsOnDisk(), collectionImports()],
    build: {
      // Scripts stay files of their own, so that a content security policy need not allow inline ones.
      assetsInlineLimit: 0,
      // The oldest browsers with light-dark() and nesting: what is written is what is shipped.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        // Astro's own marker in every MDX module, which the bundler does not know.
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
    server: { fs: { allow: [programDir, contentDir] } },
  },
});
