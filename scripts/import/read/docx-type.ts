/** How the type of a Word document is set: by its defaults, by styles that rest on others, and by runs (ECMA-376, 17.7). */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { type Look, plainLook } from '../../convert/parse/looks.ts';
import { childOf } from './docx-xml.ts';
import { faceOf } from './emphasis.ts';

/** List and level that a paragraph bears. */
export interface ListPlace {
  id?: string;
  depth?: number;
}

export function listOf(properties: Element | undefined): ListPlace {
  const list = childOf(properties, 'w:numPr');
  const id = childOf(list, 'w:numId')?.attribs['w:val'];
  const depth = childOf(list, 'w:ilvl')?.attribs['w:val'];
  return {
    ...(id === undefined ? {} : { id }),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
  };
}

const val = (properties: Element | undefined, name: string) =>
  childOf(properties, name)?.attribs['w:val'];

/** What properties of a paragraph and of its words change. */
function changes(paragraph: Element | undefined, words: Element | undefined): Partial<Look> {
  const bold = childOf(words, 'w:b');
  const size = val(words, 'w:sz');
  const face = childOf(words, 'w:rFonts')?.attribs['w:eastAsia'];
  const align = val(paragraph, 'w:jc');
  const outline = val(paragraph, 'w:outlineLvl');
  return {
    ...(bold ? { bold: !/^(?:0|false|off)$/u.test(bold.attribs['w:val'] ?? '1') } : {}),
    ...(size === undefined ? {} : { size: Number(size) / 2 }),
    ...(face === undefined ? {} : { face: faceOf(face) }),
    ...(align === undefined ? {} : { centred: align === 'center' }),
    // level 9 is that of text
    ...(outline === undefined ? {} : { outline: (Number(outline) + 1) % 10 }),
  };
}

/** The styles of headings that Word brings along, whose outline level a document need not repeat. */
const headingStyle = /^heading ([1-9])$/iu;

interface Style {
  above: string | undefined;
  changes: Partial<Look>;
  list: ListPlace;
}

/** Most styles that one rests on; a circle has no end. */
const deepest = 20;

/** The styles of a document. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: Look = plainLook;
  readonly #usual: string | undefined;

  /** @param $ `word/styles.xml`, undefined where the document has none */
  constructor($: CheerioAPI | undefined) {
    const words = $?.('w\\:docDefaults w\\:rPrDefault > w\\:rPr').get(0);
    this.#defaults = { ...plainLook, ...changes(undefined, words) };
    for (const style of $?.('w\\:style').toArray() ?? []) {
      const { attribs } = style;
      const id = attribs['w:styleId'] ?? '';
      const paragraph = childOf(style, 'w:pPr');
      const outline = headingStyle.exec(val(style, 'w:name') ?? '')?.[1];
      this.#styles.set(id, {
        above: val(style, 'w:basedOn'),
        changes: {
          ...(outline === undefined ? {} : { outline: Number(outline) }),
          ...changes(paragraph, childOf(style, 'w:rPr')),
        },
        list: listOf(paragraph),
      });
      if (attribs['w:type'] === 'paragraph' && attribs['w:default'] === '1') this.#usual = id;
    }
  }

  /** List that the style of a paragraph bears. */
  listOf(id: string | undefined): ListPlace {
    return this.#styles.get(id ?? '')?.list ?? {};
  }

  #changes(id: string | undefined, depth = 0): Partial<Look> {
    const style = this.#styles.get(id ?? '');
    if (!style || depth > deepest) return {};
    return { ...this.#changes(style.above, depth + 1), ...style.changes };
  }

  /** How the words of a paragraph are set, by its own properties and its style. */
  ofParagraph(properties: Element | undefined): Look {
    const id = val(properties, 'w:pStyle') ?? this.#usual;
    return { ...this.#defaults, ...this.#changes(id), ...changes(properties, undefined) };
  }

  /** How a run of words is set. @param paragraph how those of its paragraph are */
  ofRun(properties: Element | undefined, paragraph: Look): Look {
    const named = this.#changes(val(properties, 'w:rStyle'));
    return { ...paragraph, ...named, ...changes(undefined, properties) };
  }
}
