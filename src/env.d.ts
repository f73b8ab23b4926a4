declare namespace App {
  interface Locals {
    /** What the components of a report's body need to know beyond their attributes; set by the report page. */
    body?: import('./components/body/context.ts').BodyContext;
  }
}
