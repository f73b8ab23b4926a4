declare namespace App {
  interface Locals {
    /** What the components of a report's body need to know beyond their attributes; set by the report page. */
    body?: import('./components/body/context.ts').BodyContext;
  }
}

/** What the command that makes the site was told; see `scripts/site/astro-config.ts`. */
declare module 'virtual:site-settings' {
  const settings: import('./collection/settings.ts').Settings;
  export default settings;
}
