/** Renders the pages that have changed since the last build, and takes the others from the published site. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Settings } from '../../../src/collection/settings.ts';
import { linkOrCopy } from '../../files/link-or-copy.ts';
import { isOfPart, type Part, partSite } from '../part.ts';
import { codeKey } from './code-key.ts';
import {
  isIntact,
  type PageNote,
  type PageNotes,
  recallPages,
  rememberPages,
  sha256,
} from './page-memory.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;
type Path = Paths[number];

/** An address as it is written before it is encoded; one that was not encoded stays what it is. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** File of a page or endpoint, relative to the site. */
function fileOf(pathname: string, { type }: Path['route']): string {
  const name = pathname.replace(/^\/+|(?<!\/)\/+$/g, '');
  return type === 'page' ? path.posix.join(name, 'index.html') : name;
}

export class PageReuse {
  readonly #siteDir: string;
  readonly #settings: Settings;
  readonly #code: string;
  readonly #former: { notes: PageNotes; dir: string }[];
  readonly #part: Part | undefined;
  readonly #notes: PageNotes = {};
  /** Keys of the paths to render, by file. */
  readonly #keys = new Map<string, string>();

  /**
   * @param settings of the site; `outDir` holds the former one
   * @param siteDir the site that is being made
   * @param parts caches that builds of parts left, see {@link partSite}
   * @param part makes only this part of the pages that can be taken over, and no other page
   */
  constructor(
    settings: Settings,
    siteDir: string,
    { parts = [], part }: { parts?: readonly string[]; part?: Part } = {},
  ) {
    this.#settings = settings;
    this.#siteDir = siteDir;
    this.#code = codeKey(settings);
    this.#part = part;
    this.#former = [
      { notes: recallPages(this.#code, settings.cacheDir), dir: settings.outDir },
      ...parts.map((cache) => ({ notes: recallPages(this.#code, cache), dir: partSite(cache) })),
    ];
  }

  /** Number of pages that were taken over. */
  taken = 0;

  /** Number of pages that the next build can take over. */
  get made(): number {
    return Object.keys(this.#notes).length;
  }

  /** Tells the next build what the pages were made from. */
  remember(): void {
    rememberPages(this.#code, this.#notes, this.#settings.cacheDir);
  }

  #isOfPart({ pathname, cacheKey }: Path): boolean {
    return !this.#part || (cacheKey !== undefined && isOfPart(pathname, this.#part));
  }

  /** Gives the new site the page of the last one, if it is what would be made. */
  #takeOver({ pathname, route, cacheKey }: Path): boolean {
    if (cacheKey === undefined) return false;
    const file = fileOf(pathname, route);
    this.#keys.set(file, cacheKey);
    for (const { notes, dir } of this.#former) {
      const note = notes[file];
      const made = path.join(dir, file);
      if (note?.cacheKey === cacheKey && isIntact(made, note)) return this.#take(file, made, note);
    }
    return false;
  }

  #take(file: string, made: string, note: PageNote): true {
    const target = path.join(this.#siteDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    // A second name for the same file: nothing writes into files of a site, which are replaced.
    linkOrCopy(made, target);
    this.#notes[file] = note;
    this.taken += 1;
    return true;
  }

  async #render(
    inner: AstroPrerenderer,
    ...[request, options]: Parameters<AstroPrerenderer['render']>
  ) {
    const pathname = decoded(new URL(request.url).pathname).slice(
      decoded(this.#settings.basePath).length,
    );
    const file = fileOf(pathname, options.routeData);
    const cacheKey = this.#keys.get(file);
    if (cacheKey === undefined) return inner.render(request, options);
    const rendered = await inner.render(request, options);
    const response = rendered instanceof Response ? rendered : rendered.response;
    const body = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200) this.#notes[file] = { cacheKey, hash: sha256(body) };
    return new Response(body, response);
  }

  /** Stands between Astro and its renderer. */
  readonly integration: AstroIntegration = {
    name: 'reuse-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((inner) => ({
          ...inner,
          name: 'reuse-pages',
          getStaticPaths: async () => {
            const changed: Paths = [];
            for (const each of await inner.getStaticPaths())
              if (this.#isOfPart(each) && !this.#takeOver(each)) changed.push(each);
            return changed;
          },
          render: (...args) => this.#render(inner, ...args),
        })),
    },
  };
}
