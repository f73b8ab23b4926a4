/** Keeps the open pages of the development server up to date with the collection. */
import type { AstroInlineConfig } from 'astro';

type Plugins = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>;
/** A plugin of Vite. */
export type Plugin = Extract<Plugins[number], { name: string }>;

/** The part of Vite's server that is needed: its lines to the modules that render pages and to the open pages. */
export interface Lines {
  environments: Record<string, { hot: { send(event: string, data: object): void } }>;
  ws: {
    send(payload: object): void;
    on(event: 'connection', listener: () => void): void;
  };
}

export class OpenPages {
  #lines: Lines | undefined;

  /** Plugin for the development server. */
  readonly plugin: Plugin = {
    name: 'open-pages',
    apply: 'serve',
    configureServer: (server) => {
      this.#lines = server as unknown as Lines;
    },
  };

  /** Has the pages made of the reports as they are now, and loaded again where they are open. */
  reload(): void {
    // Astro's own word for it, on which it asks the routes for their paths again.
    for (const { hot } of Object.values(this.#lines?.environments ?? {}))
      hot.send('astro:content-changed', {});
    this.#lines?.ws.send({ type: 'full-reload', path: '*' });
  }
}
