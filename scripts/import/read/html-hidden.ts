/**
 * What of a web page nobody sees, as far as the page itself says so: by attributes, by inline styles and by elements
 * that browsers do not show. Style sheets are not read. `aria-hidden` hides nothing from who sees the page, and is no such sign.
 */
import type { Element } from 'domhandler';

/** What text inherits from the elements around it. */
export interface Look {
  /** How an element around hides its text, unless one inside shows it again. */
  size?: string;
  visibility?: string;
  indent?: string;
  /** Colours as written inline; unknown where a style sheet may say otherwise. */
  color?: string;
  background?: readonly string[];
}

/** Words for people on how text is hidden. */
export type Hiding = string;

/** Lengths in pixels at the usual size of type; only their order of magnitude matters here. */
const pixels: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cm: 38,
  mm: 3.8,
  in: 96,
  vw: 10,
  vh: 10,
  '%': 10,
};
/** So far outside that no screen reaches, in pixels. */
const farOutside = -500;
/** Smaller type than this nobody reads, in pixels. */
const smallestRead = 2;

/** Declarations of a `style` attribute; the last of a name holds. */
export function declarations(element: Element): Map<string, string> {
  const [first = '', ...commented] = (element.attribs['style'] ?? '').toLowerCase().split('/*');
  const style = [first, ...commented.map((part) => part.split('*/').slice(1).join('*/'))].join(' ');
  const found = new Map<string, string>();
  for (const part of style.split(';')) {
    const at = part.indexOf(':');
    const value = part.slice(at + 1).replace('!important', '');
    if (at > 0) found.set(part.slice(0, at).trim(), value.trim());
  }
  return found;
}

/** A length in pixels; undefined where the value is none. */
export function length(value: string | undefined): number | undefined {
  const [, number = '', unit = ''] =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([a-z%]*)$/u.exec(value ?? '') ?? [];
  const factor = pixels[unit];
  return number === '' || factor === undefined ? undefined : Number(number) * factor;
}

const colorNames: Record<string, string> = { white: '#ffffff', black: '#000000' };

/** A colour in one form, so that equal ones are equal. */
function normalColor(value: string): string {
  const [, r, g, b, alpha] =
    /^rgba?\((\d+)[, ](\d+)[, ](\d+)(?:[,/ ]([\d.]+)%?)?\)$/u.exec(value) ?? [];
  if (alpha !== undefined && Number(alpha) === 0) return 'transparent';
  if (r !== undefined)
    return `#${[r, g, b].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  if (/^#[\da-f]{3}$/u.test(value)) return value.replace(/[\da-f]/gu, '$&$&');
  return colorNames[value] ?? value;
}

/** The words of a value, blanks inside brackets left out. */
const words = (value: string) =>
  value
    .replace(/(?<=[(),])\s+/gu, '')
    .split(/\s+(?![(),])/u)
    .map(normalColor);

/** Elements that browsers with scripts never show. */
const neverShown = new Set(['template', 'noscript']);

/** How an element hides all that is in it, whatever stands there; undefined where it does not. */
function hidesAll(element: Element, style: Map<string, string>): Hiding | undefined {
  const { attribs } = element;
  const name = element.tagName.toLowerCase();
  if (neverShown.has(name)) return `<${name}>`;
  const display = style.get('display');
  if (display === 'none') return 'display: none';
  if ('hidden' in attribs && (display === undefined || attribs['hidden'] === 'until-found'))
    return 'hidden';
  if (name === 'dialog' && !('open' in attribs) && display === undefined) return '<dialog>';
  if (length(style.get('opacity')) === 0) return 'opacity: 0';
  if (style.get('content-visibility') === 'hidden') return 'content-visibility: hidden';
  if (/^scale[xy]?\(0/u.test(style.get('transform') ?? '')) return 'transform: scale(0)';
  if (/^absolute|^fixed|^relative/u.test(style.get('position') ?? ''))
    for (const side of ['left', 'top', 'right', 'bottom'])
      if ((length(style.get(side)) ?? 0) <= farOutside) return `${side}: ${style.get(side)}`;
  for (const side of ['margin-left', 'margin-top'])
    if ((length(style.get(side)) ?? 0) <= farOutside) return `${side}: ${style.get(side)}`;
  const clip = /^rect\(([^)]*)\)$/u.exec(style.get('clip') ?? '')?.[1];
  if (clip?.split(/[\s,]+/u).every((side) => (length(side) ?? 2) <= 1))
    return 'clip: rect(0 0 0 0)';
  if (/^inset\((?:[5-9]\d|100)%|^circle\(0/u.test(style.get('clip-path') ?? '')) return 'clip-path';
  if (/^(?:hidden|clip)/u.test(style.get('overflow') ?? ''))
    for (const side of ['width', 'height', 'max-width', 'max-height'])
      if ((length(style.get(side)) ?? 2) <= 1) return `${side}: ${style.get(side)}`;
  return undefined;
}

/** The size of type: hidden where nobody can read it, shown again by a size that does not depend on that around it. */
function sizeOf(style: Map<string, string>, above: string | undefined): string | undefined {
  const size =
    style.get('font-size') ??
    /(?:^|\s)([\d.]+[a-z%]*)(?=\s|\/)/u.exec(style.get('font') ?? '')?.[1];
  if (size === undefined) return above;
  const value = length(size);
  if (value !== undefined && value < smallestRead && value >= 0) return `font-size: ${size}`;
  return /%$|(?<!r)em$|ex$|ch$|^smaller$|^larger$|^inherit$/u.test(size) ? above : undefined;
}

/** The look of text in an element, or how the element hides everything in it. */
export function lookIn(element: Element, above: Look): Look | Hiding {
  const style = declarations(element);
  const { attribs } = element;
  const all = hidesAll(element, style);
  if (all !== undefined) return all;
  const size = sizeOf(style, above.size);
  const visibility = style.get('visibility') ?? above.visibility;
  const indent = style.get('text-indent') ?? above.indent;
  const color = style.get('color') ?? attribs['color']?.toLowerCase();
  const background =
    style.get('background') ?? style.get('background-color') ?? attribs['bgcolor']?.toLowerCase();
  // What a style sheet says of a named element is not known.
  const named = 'class' in attribs || 'id' in attribs;
  const painted = /url\(|gradient/u.test(`${background} ${style.get('background-image')}`);
  const behind =
    painted || 'background' in attribs
      ? undefined
      : background === undefined
        ? named
          ? undefined
          : above.background
        : words(background);
  const ink = color === undefined ? above.color : normalColor(color.replace(/\s+/gu, ''));
  return {
    ...(size === undefined ? {} : { size }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(indent === undefined ? {} : { indent }),
    ...(ink === undefined ? {} : { color: ink }),
    ...(behind === undefined ? {} : { background: behind }),
  };
}

/** How text of a look is hidden; undefined where it can be seen. */
export function hidingOf({
  size,
  visibility,
  indent,
  color,
  background,
}: Look): Hiding | undefined {
  if (size !== undefined) return size;
  if (visibility === 'hidden' || visibility === 'collapse') return `visibility: ${visibility}`;
  if ((length(indent) ?? 0) <= farOutside) return `text-indent: ${indent}`;
  if (color === 'transparent') return 'color: transparent';
  if (color !== undefined && background?.includes(color)) return `color: ${color}`;
  return undefined;
}

/** Colours that a page as a whole is given; how else it is shown does not matter, since it may have been saved before it was. */
export function colorsOfPage(body: Element): Look {
  const look = lookIn(body, {});
  if (typeof look === 'string') return {};
  const { color, background } = look;
  return { ...(color === undefined ? {} : { color }), ...(background ? { background } : {}) };
}
