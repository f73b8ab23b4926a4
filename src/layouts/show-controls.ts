/** Makes control characters visible in a rendered page, wherever in it they stand. */
import {
  controlAttributes,
  controls,
  hasControl,
  withLabels,
} from '../model/control-characters.ts';

/** A comment, an element that holds no markup with its whole content, a tag, or text. */
const pieces =
  /<!--[\s\S]*?-->|<(script|style|title|textarea|option|svg)\b[\s\S]*?<\/\1>|<\/?[a-zA-Z](?:"[^"]*"|[^">])*>|[^<]+|</g;

/** Attributes that are read or drawn as text. */
const readAttributes = /(\s(?:content|title|alt|aria-label|data-label|data-text))="([^"]*)"/g;

function wrapped(character: string): string {
  const attributes = Object.entries(controlAttributes(character));
  const printed = attributes.map(([name, value]) => ` ${name}="${value}"`);
  return `<span${printed.join('')}>${character}</span>`;
}

const escaped = (character: string) =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

function shown(piece: string, element: string | undefined): string {
  if (!hasControl(piece)) return piece;
  // Data stay the same data.
  if (element === 'script') return piece.replace(controls, escaped);
  if (element !== undefined) return withLabels(piece);
  if (!piece.startsWith('<')) return piece.replace(controls, wrapped);
  return piece.replace(
    readAttributes,
    (_, name: string, value: string) => `${name}="${withLabels(value)}"`,
  );
}

/**
 * A page in which each control character of its text stands in an element of its own, which shows it and ends its
 * effect; the text itself stays the same. Attributes and elements that hold text only get the label instead.
 */
export function showControls(html: string): string {
  if (!hasControl(html)) return html;
  return html.replace(pieces, (piece, element?: string) => shown(piece, element));
}
