/** The values that the stages of the parser hand on: lines → paragraphs → tokens → tree. */
import type { Node, Position } from 'unist';
import type { SectionStyle } from '../../../src/model/section-styles.ts';

/** A line of the source, or a part of one. */
export interface Line {
  /** Line of the file, counted from 1. */
  number: number;
  /** The line without the blanks around it. */
  text: string;
  /** `text` as recognition sees it: one form of each sign, the same length. */
  folded: string;
  /** Where `text` begins: column of its line counted from 1, offset in the source from 0, in UTF-16 units. */
  column: number;
  offset: number;
}

/** What a line is: `closing` is a signature or a date. */
export type Role = 'furniture' | 'title' | 'text' | 'closing';

/** A line with its role. */
export interface ZonedLine extends Line {
  role: Role;
  /** Id of the rule that gave it its role. */
  rule: ZoneRule;
}

/** Rules by which lines get their roles, each explained by `scripts/convert/inspect/reasons.ts`. */
export type ZoneRule =
  | 'title'
  | 'issuer-as-title'
  | 'label'
  | 'label-value'
  | 'addressee'
  | 'document-number'
  | 'date-in-head'
  | 'name-and-date-in-head'
  | 'page-head'
  | 'before-title'
  | 'in-head'
  | 'body'
  | 'attachment-list'
  | 'footer'
  | 'page-foot'
  | 'signature'
  | 'signature-inside'
  | 'signature-run-in'
  | 'page-number'
  | 'editor-furniture'
  | 'editor-keep';

/** A detected value and the line it was read from. */
export interface Field {
  value: string;
  /** 0 where it stands in no line of the text, but in the code of a page. */
  line: number;
  /** What names it: the label as the page prints it, or the place it stands at (落款). */
  label?: string;
}

/** What lines of page furniture tell about the report. */
export interface HeaderFields {
  /** 名称 or 标题, where the page labels it. */
  title?: Field;
  indexNumber?: Field;
  documentNumber?: Field;
  source?: Field;
  /** 发布机构 */
  publisher?: Field;
  /** Name of the site. */
  site?: Field;
  /** The last body that the trail to the page names: 首页 > 信息公开 > 某市水利局. */
  trail?: Field;
  /** 发布日期, or the next best that the page says of its own age; ISO. */
  published?: Field;
  /** 成文日期, or a date in brackets below the title; ISO. */
  signed?: Field;
}

/** How the number of a section was found, where its heading ends, and why it goes where it does. */
export type SectionRule =
  | 'number-opens-line'
  | 'number-in-text'
  | 'points-follow'
  | 'gap-follows'
  | 'points-end-heading'
  | 'sentence-ends-heading'
  | 'colon-ends-heading'
  | 'brackets-end-heading'
  | 'whole-is-heading'
  | 'statement'
  | 'text-from-first-word'
  | 'lead-behind-sign'
  | 'leads-alike'
  | 'stands-out'
  | 'line-called-as-chapter'
  | 'short-lines-alike'
  | 'said-to-be-heading'
  | 'point'
  | 'point-lost-number'
  | 'point-bare-lead'
  | 'point-lead'
  | 'below-open'
  | 'nested-list'
  | 'chapter-heading'
  | 'continues-outer'
  | 'sibling'
  | 'above-numbers'
  | 'frame'
  | 'first'
  | 'without-number'
  | 'behind-points'
  | 'closing'
  | 'attachment'
  | 'editor-heading';

/** A line of the printed title. */
export interface Title extends Node {
  readonly type: 'title';
  readonly value: string;
  readonly position: Position;
}

/** A paragraph of a section's own text. */
export interface Paragraph extends Node {
  readonly type: 'paragraph';
  readonly value: string;
  readonly position: Position;
}

/** A table of a section's own text. */
export interface Table extends Node {
  readonly type: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly position: Position;
}

/** A paragraph or a table of a section's own text. */
export type Block = Paragraph | Table;

/** What every section holds. */
interface SectionFields extends Node {
  readonly type: 'section';
  readonly style: SectionStyle;
  /** The printed number; 0 for a passage without one. */
  readonly number: number;
  /** The number was lost in the source and concluded from its neighbours. */
  readonly inferred: boolean;
  /** The printed number with its separator; empty for a passage without one. */
  readonly marker: string;
  /** The printed heading with its closing stop; null where there is none. */
  readonly heading: string | null;
  /** Heading given by an editor to a passage without one; the parser gives none. */
  readonly editorialHeading: string | null;
  /** Signature, date, or a list of attachments. */
  readonly closing: boolean;
  readonly rules: readonly SectionRule[];
  readonly position: Position;
}

/**
 * A numbered section, a point, or (style `p`) a passage without number, with what later stages conclude about it. Its
 * own text is what of its children is no section, and stands before those that are.
 */
export type SectionNode<Concluded = unknown> = SectionFields &
  Concluded & { readonly children: readonly (Block | SectionNode<Concluded>)[] };

/** A whole report: titles and sections in reading order, and what was left out of them. */
export interface ReportTree<Concluded = unknown> extends Node {
  readonly type: 'report';
  readonly children: readonly (Title | SectionNode<Concluded>)[];
  readonly data: {
    /** All lines of the source that are not blank, with what they are. */
    readonly lines: readonly ZonedLine[];
    /** What the labels of the page say. */
    readonly fields: Readonly<HeaderFields>;
  };
}
