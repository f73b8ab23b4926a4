/** How type is set, as far as it tells headings of one level from those of another. */

/** How a piece of text is set. */
export interface Look {
  /** Level of a heading element or an outline, from 1; 0 for none. */
  outline: number;
  centred: boolean;
  bold: boolean;
  /** Name of the face, as {@link faceOf} gives it; empty where nothing says it. */
  face: string;
  /** Size of the type in points; 0 where nothing says it. */
  size: number;
}

export const plainLook: Look = { outline: 0, centred: false, bold: false, face: '', size: 0 };

/** Sizes that differ by less, in points, are the same to the eye. */
export const sameSize = 0.8;

/** Faces of headings, those of lower ones first (GB/T 9704—2012, 7.3.3: 一级用黑体字，二级用楷体字). */
const faces = ['楷体', '黑体'];

/** Whether of two looks the first is that of headings above those of the second. */
export function isAbove(a: Look, b: Look): boolean {
  if (a.outline !== b.outline) return a.outline > 0 && a.outline < b.outline;
  if (a.centred !== b.centred) return a.centred;
  if (Math.abs(a.size - b.size) >= sameSize) return a.size > b.size;
  const [first, second] = [faces.indexOf(a.face), faces.indexOf(b.face)];
  return first > second && second >= 0;
}
