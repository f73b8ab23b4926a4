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
/** What the tests use of citeproc, which brings no types of its own. */
declare module 'citeproc' {
  export class Engine {
    constructor(
      system: { retrieveLocale: (of: string) => string; retrieveItem: (id: string) => object },
      style: string,
    );
    setOutputFormat(format: 'text'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [object, string[]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
