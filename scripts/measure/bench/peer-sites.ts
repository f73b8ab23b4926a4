/** The same collection as sources for other generators: a page a report, a list of all, and no more. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Files = Record<string, string>;

function write(site: string, files: Files): void {
  rmSync(site, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(site, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The reports as Markdown with a title, in a folder of the site. */
function pages(contentDir: string, folder: string): Files {
  const sources = path.join(contentDir, 'sources');
  const files: Files = {};
  for (const id of readdirSync(sources)) {
    const text = readFileSync(path.join(sources, id, 'source.txt'), 'utf8');
    const [title, ...lines] = text.split('\n');
    const body = lines
      .map((line) => (/^[一二三]、/u.test(line) ? `## ${line}` : line))
      .join('\n\n');
    files[`${folder}/${id}.md`] = `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`;
  }
  return files;
}

const html = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>${title}</title></head><body><main data-pagefind-body>${body}</main></body></html>`;

export function writeHugoSite(contentDir: string, site: string): void {
  const list =
    '<ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>';
  write(site, {
    'config.toml':
      'baseURL = "/"\nlanguageCode = "zh-CN"\ntitle = "t"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    'layouts/_default/single.html': html('{{ .Title }}', '<h1>{{ .Title }}</h1>{{ .Content }}'),
    'layouts/_default/list.html': html('{{ .Title }}', list),
    ...pages(contentDir, 'content/reports'),
  });
}

export function writeEleventySite(contentDir: string, site: string): void {
  const list =
    '<ul>{% for page in collections.reports %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul>';
  write(site, {
    'package.json': '{"type":"module"}',
    'eleventy.config.js': `export default (config) => {
  config.addCollection('reports', (all) => all.getFilteredByGlob('src/reports/*.md'));
  return { dir: { input: 'src', output: 'public' } };
};`,
    'src/_includes/page.njk': html('{{ title }}', '<h1>{{ title }}</h1>{{ content | safe }}'),
    'src/reports/reports.json': '{"layout":"page.njk"}',
    'src/index.njk': html('t', list),
    ...pages(contentDir, 'src/reports'),
  });
}

export function writeVitePressSite(contentDir: string, site: string): void {
  write(site, {
    'package.json': '{"type":"module"}',
    '.vitepress/config.js':
      "export default { lang: 'zh-CN', outDir: 'public', ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } } };",
    'index.md': '# t\n',
    ...pages(contentDir, 'reports'),
  });
}

export function writeStarlightSite(contentDir: string, site: string): void {
  write(site, {
    // Astro bundles what a site names as its own.
    'package.json': '{"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}',
    // A sidebar with every report would make the site grow with the square of their number.
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [
    starlight({ title: 't', locales: { root: { label: '中文', lang: 'zh-CN' } }, sidebar: [{ label: 't', link: '/' }] }),
  ],
});`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    'src/content/docs/index.md': '---\ntitle: t\n---\n',
    ...pages(contentDir, 'src/content/docs/reports'),
  });
}
