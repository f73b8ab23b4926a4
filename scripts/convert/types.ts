/** The values that the stages of the conversion hand on: source → lines → tokens → tree. */
import type { Part } from '../../src/model/report.ts';
import type { SectionStyle } from '../../src/model/section-styles.ts';

/** A line of the source file. */
export interface Line {
  /** Line of the file, counted from 1. */
  number: number;
  /** The line without the blanks around it. */
  text: string;
}

/** What a line of page furniture tells about the report. */
export interface HeaderFields {
  /** 名称 or 标题, where the page labels it. */
  title?: Field;
  indexNumber?: Field;
  documentNumber?: Field;
  source?: Field;
  /** 发布机构 */
  publisher?: Field;
  /** 发布日期, ISO. */
  published?: Field;
  /** 成文日期, ISO. */
  written?: Field;
}

/** A detected value and the line it was read from. */
export interface Field {
  value: string;
  line: number;
}

/** A piece of the text in reading order. */
export type Token =
  | {
      type: 'heading';
      style: SectionStyle;
      number: number;
      /** The printed number with its separator, e.g. `(一)`. */
      marker: string;
      /** The printed heading with its closing stop; null where the number is followed by text. */
      heading: string | null;
      line: number;
    }
  | { type: 'text'; text: string; line: number }
  | { type: 'table'; rows: string[][]; line: number }
  | { type: 'title'; text: string; line: number }
  /** A signature, a date. */
  | { type: 'closing'; text: string; line: number }
  /** 附件: what follows is numbered anew. */
  | { type: 'attachment'; text: string; line: number };

/** A paragraph or a table of a section's own text. */
export type Block =
  | { type: 'paragraph'; text: string; line: number }
  | { type: 'table'; rows: string[][]; line: number };

/** A node of the tree: a numbered section, a point, or (style `p`) a passage without number. */
export interface SectionNode {
  style: SectionStyle;
  number: number;
  inferred: boolean;
  marker: string;
  heading: string | null;
  line: number;
  /** Own text, all of it before the children in reading order. */
  blocks: Block[];
  children: SectionNode[];
  /** Signature, date, or a list of attachments. */
  closing: boolean;
}

/** A node with what was concluded about it. */
export interface ResolvedNode extends Omit<SectionNode, 'children'> {
  id: string;
  repeated: boolean;
  part: Part;
  themes: string[];
  /** Heading given by an editor to a passage without one. */
  editorialHeading: string | null;
  children: ResolvedNode[];
}
