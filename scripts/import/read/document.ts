/** What a reader of a format hands on. */
import type { SaidHeading } from '../../convert/parse/index.ts';

/** What a web page says about the report outside the text; empty for other formats. */
export interface Hints {
  /** The title the page gives the report. */
  title?: string;
  /** ISO date, as far as it is given. */
  published?: string;
  /** 来源 */
  source?: string;
  documentNumber?: string;
  indexNumber?: string;
  /** Name of the site. */
  site?: string;
  /** The last body that the trail to the page names. */
  trail?: string;
  /** Lines of the page outside the report: name of the site, navigation, foot. */
  around?: string[];
  /** Address of the page. */
  url?: string;
}

/** Names of hints in messages: where in the page's code they stand. */
export const hintLabels: Partial<Record<keyof Hints, string>> = {
  published: 'PubDate',
  site: '网站名称',
  trail: '当前位置',
};

export type Format = 'txt' | 'html' | 'docx' | 'pdf';

/** Words of a file that its readers do not see, and that are left out. */
export interface Hidden {
  text: string;
  /** How they are hidden: `display: none`. */
  how: string;
  /** Line of the file, counted from 1, where it has lines. */
  line?: number;
}

/** A report taken out of its file. */
export interface ExtractedDocument {
  format: Format;
  /** How it was read, for people: GB18030, 12 页. */
  detail: string;
  /** The text, lines separated by a line feed; cells of a table by a tabulator. */
  text: string;
  /** The file is this very text in UTF-8, so that it needs no copy beside `source.txt`. */
  verbatim: boolean;
  hints: Hints;
  /** Headings without a number, by how they look; formats without looks, and files whose looks tell nothing, have none. */
  headings?: SaidHeading[];
  /** What stands in the midst of the report and is hidden; formats without such means have none. */
  hidden?: Hidden[];
}
