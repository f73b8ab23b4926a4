/** Keeps the open pages of the development server up to date with the collection. */
import type { AstroInlineConfig } from 'astro';

type Integration = Extract<
  NonNullable<AstroInlineConfig['integrations']>[number],
  { name: string }
>;

export class OpenPages {
  #refresh: () => Promise<void> = async () => {};

  /** Integration for the development server. */
  readonly integration: Integration = {
    name: 'open-pages',
    hooks: {
      'astro:server:setup': ({ refreshContent }) => {
        this.#refresh = async () => refreshContent?.({ loaders: ['reports'] });
      },
    },
  };

  /** Has the reports loaded again, and with them the pages that are open. */
  reload(): Promise<void> {
    return this.#refresh();
  }
}
