/** How the type of a web page is set, as far as elements, attributes and inline styles say so. */
import type { Element } from 'domhandler';
import type { Look } from '../../convert/parse/looks.ts';
import { faceOf } from './emphasis.ts';
import { declarations, length } from './html-hidden.ts';

/** Pixels of a point. */
const pixelsOfPoint = 4 / 3;

/** Sizes that depend on those around say nothing here. */
const absolute = /^[\d.]+(?:px|pt|cm|mm|in)$/u;

function weightOf(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(?:bold|bolder|[6-9]00)$/u.test(value)) return true;
  return /^(?:normal|lighter|[1-5]00)$/u.test(value) ? false : undefined;
}

/** The first face of a list. */
function firstFace(value: string | undefined): string | undefined {
  const [first] = value?.split(',') ?? [];
  return first === undefined || /inherit|initial|unset/iu.test(first) ? undefined : faceOf(first);
}

/** How the words in an element are set. @param around how those around it are */
export function typeIn(element: Element, around: Look): Look {
  const { attribs } = element;
  const name = element.tagName.toLowerCase();
  const heading = /^h([1-6])$/u.exec(name)?.[1];
  const hasStyle = 'style' in attribs;
  if (
    !hasStyle &&
    heading === undefined &&
    !('align' in attribs) &&
    !('face' in attribs) &&
    !/^(?:b|strong|center|p|div|td)$/u.test(name)
  )
    return around;
  const style = hasStyle ? declarations(element) : new Map<string, string>();
  const align = style.get('text-align') ?? attribs['align']?.toLowerCase();
  const size = style.get('font-size');
  const face = firstFace(style.get('font-family')) ?? firstFace(attribs['face']);
  const bold =
    weightOf(style.get('font-weight')) ??
    (/^(?:b|strong)$/u.test(name) || heading !== undefined ? true : undefined);
  return {
    outline: heading === undefined ? around.outline : Number(heading),
    centred: align === undefined ? around.centred || name === 'center' : align === 'center',
    bold: bold ?? around.bold,
    face: face ?? around.face,
    size:
      size !== undefined && absolute.test(size)
        ? Math.round(((length(size) ?? 0) / pixelsOfPoint) * 2) / 2
        : around.size,
  };
}
