/** The configuration of Astro for a site: made from its settings, so that one process can make several sites. */
import path from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { programDir } from '../../src/collection/program-dir.ts';
import type { Settings } from '../../src/collection/settings.ts';

/** A plugin of Vite. */
export type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/** Tells the pages which site they belong to: `import settings from 'virtual:site-settings'`. */
function siteSettings(settings: Settings): Plugin {
  const name = 'virtual:site-settings';
  const id = `\0${name}`;
  return {
    name: 'site-settings',
    resolveId: (source) => (source === name ? id : null),
    load: (module) => (module === id ? `export default ${JSON.stringify(settings)};` : null),
  };
}

/** @param settings what the command was told */
export function astroConfig(settings: Settings): AstroUserConfig {
  const { basePath, cacheDir, contentDir, outDir, siteUrl } = settings;
  return {
    root: programDir,
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
      plugins: [siteSettings(settings)],
      build: {
        // Scripts stay files of their own, so that a content security policy need not allow inline ones.
        assetsInlineLimit: 0,
        // The oldest browsers with light-dark() and nesting: what is written is what is shipped.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      },
      server: { fs: { allow: [programDir, contentDir] } },
    },
  };
}
