/** Astro's development server together with the conversion of what changes in the collection. */
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Collection, catalogueNames, openCollection } from '../../../src/collection/files.ts';
import { programDir } from '../../../src/collection/program-dir.ts';
import type { Settings } from '../../../src/collection/settings.ts';
import { routes } from '../../../src/model/routes.ts';
import { convertCollection } from '../../convert/run.ts';
import { Locked } from '../../files/lock.ts';
import { systemFault } from '../../files/system-fault.ts';
import { withCollection } from '../../files/with-collection.ts';
import { loadAstro } from '../astro.ts';
import { astroConfig, type Plugin } from '../astro-config.ts';
import { siteSettings } from '../hosts/serve-directory.ts';
import { answer } from '../hosts/static-server.ts';
import { respondWithOpenData } from '../open-data/serve.ts';
import { FaultOverlay } from './fault-overlay.ts';
import { OpenPages } from './open-pages.ts';

/** Runs what writes into the collection as soon as no other command does; says so once when it has to wait. */
async function alone<Result>(collection: Collection, work: () => Promise<Result>): Promise<Result> {
  for (let said = false; ; said = true) {
    try {
      return await withCollection(collection, 'npm run dev', work);
    } catch (error) {
      if (!(error instanceof Locked)) throw error;
      if (!said) console.error(`${error.message}\n（开发服务器将在其结束后继续转换。）`);
      await delay(500);
    }
  }
}

/**
 * Converts reports and says what happened; a fault is shown and leaves the server running.
 * @returns whether there is anything new to be shown
 */
async function convert(
  collection: Collection,
  overlay: FaultOverlay,
  only?: string[],
): Promise<boolean> {
  const start = performance.now();
  try {
    const { converted, failed, messages, files } = await alone(collection, () =>
      convertCollection(collection, only ? { only } : {}),
    );
    overlay.update(files, only);
    if (messages) console.error(messages);
    const result = failed > 0 ? `${failed} 篇有误（见上），网页保持原样` : `${converted} 篇`;
    const time = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`转换报告${only ? ` ${only.join('、')}` : ''}：${result}，${time} 秒`);
    // Nothing converted and no fault: a report is gone.
    return converted > 0 || failed === 0;
  } catch (error) {
    console.error(systemFault(error) ?? error);
    return false;
  }
}

/** One conversion at a time: changes that come meanwhile are converted together afterwards. */
class Conversions {
  readonly #waiting = new Set<string>();
  #everything = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  readonly #collection: Collection;
  readonly #overlay: FaultOverlay;
  readonly #reload: () => Promise<void>;

  constructor(collection: Collection, overlay: FaultOverlay, reload: () => Promise<void>) {
    this.#collection = collection;
    this.#overlay = overlay;
    this.#reload = reload;
  }

  /** Asks for a report, or for all of them; editors that save in several steps are waited for. */
  request(id: string | undefined): void {
    if (id === undefined) this.#everything = true;
    else this.#waiting.add(id);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const only = this.#everything ? undefined : [...this.#waiting];
      this.#waiting.clear();
      this.#everything = false;
      this.#running = this.#running
        .then(async () => {
          if (await convert(this.#collection, this.#overlay, only)) await this.#reload();
        })
        .catch(console.error);
    }, 100);
  }
}

/** What is no page: the open data as it is now, and the search index of the last build. */
function filesBesidePages(settings: Settings): Plugin {
  const { basePath, outDir } = settings;
  const collection = openCollection(settings);
  return {
    name: 'files-beside-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        // Vite may have taken the base path off already.
        const url = request.originalUrl ?? request.url ?? '';
        const address = url.startsWith(basePath) ? url.slice(basePath.length) : '';
        if (address.startsWith(routes.searchIndex())) {
          request.url = url;
          void answer({ ...siteSettings(basePath), directory: outDir }, request, response);
        } else if (
          !respondWithOpenData(
            settings,
            collection,
            address.replace(/[?#].*/s, ''),
            request,
            response,
          )
        )
          next();
      });
    },
  };
}

/** What Vite need not watch: the collection, which is watched here, and what builds write. */
function notWatched({ contentDir, cacheDir, outDir }: Settings): string[] {
  const folders = [contentDir, cacheDir, outDir, path.join(programDir, '.cache')];
  return folders.map((folder) => `${folder.replaceAll(path.sep, '/')}/**`);
}

/** Asks for the conversion of every report whose source or annotation changes; watches from the first moment. */
function followSources(collection: Collection, conversions: Conversions): () => void {
  const { sourcesDir } = collection;
  const sources = watch(sourcesDir, { recursive: true }, (_event, file) => {
    const [id, name] = (file ?? '').split(path.sep);
    if (!id || !name) return;
    conversions.request(existsSync(path.join(sourcesDir, id)) ? id : undefined);
  });
  const shared = catalogueNames.map((name) => collection.file(name));
  const folders = [...new Set(shared.map((file) => path.dirname(file)))].map((folder) =>
    watch(folder, (_event, name) => {
      if (name && shared.includes(path.join(folder, name))) conversions.request(undefined);
    }),
  );
  return () => {
    for (const watcher of [sources, ...folders]) watcher.close();
  };
}

/** Converts the collection, starts Astro's server and keeps converting what changes. */
export async function startDevServer(
  settings: Settings,
  options: { port: number; host: string },
): Promise<{ url: string; stop(): Promise<void> }> {
  const collection = openCollection(settings);
  const overlay = new FaultOverlay();
  const pages = new OpenPages();
  await convert(collection, overlay);
  const astro = await loadAstro();
  const { vite = {}, integrations = [], ...config } = astroConfig(settings);
  const server = await astro.dev({
    ...config,
    configFile: false,
    logLevel: 'warn',
    integrations: [...integrations, pages.integration],
    server: options,
    vite: {
      ...vite,
      plugins: [vite.plugins, filesBesidePages(settings), overlay.plugin],
      server: { ...vite.server, watch: { ignored: notWatched(settings) } },
    },
  });
  const stopWatching = followSources(
    collection,
    new Conversions(collection, overlay, () => pages.reload()),
  );
  const { address, family, port } = server.address;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}${settings.basePath}`,
    stop: () => {
      stopWatching();
      return server.stop();
    },
  };
}
