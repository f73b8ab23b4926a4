/** What the tests use of citation-js, which brings no types of its own. */
declare module '@citation-js/core' {
  /** CSL-JSON entries read from BibTeX, RIS or CSL-JSON text. */
  export class Cite {
    constructor(text: string);
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
