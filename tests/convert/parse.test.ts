/** The parser by itself: from text to a unist tree. */
import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { expect, it } from 'vitest';
import { fromText } from '../../scripts/convert/parse/index.ts';
import { hostileSource } from './hostile.ts';

const lineStarts = (text: string) => [
  0,
  ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ index, 0: all }) => index + all.length),
];

/** A node and all below it, by nothing but what unist says of trees. */
function allOf(node: Node): Node[] {
  const children = 'children' in node ? (node as Parent).children : [];
  return [node, ...children.flatMap(allOf)];
}

it('gives every node the place where its words stand in the source', () => {
  fc.assert(
    fc.property(hostileSource, (text) => {
      const starts = lineStarts(text);
      for (const node of allOf(fromText(text))) {
        const { start, end } = node.position ?? expect.fail(`${node.type} without position`);
        for (const { line, column, offset } of [start, end])
          expect((starts[line - 1] as number) + column - 1).toBe(offset);
        if (!('value' in node)) continue;
        const words = String(node.value).trim();
        const at = text.slice(start.offset, end.offset);
        expect([at[0], at.at(-1)]).toEqual([words[0], words.at(-1)]);
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps nodes within those that hold them, in reading order', () => {
  fc.assert(
    fc.property(hostileSource, (text) => {
      for (const node of allOf(fromText(text)).filter(({ type }) => type === 'section')) {
        let from = node.position?.start.offset ?? -1;
        for (const child of (node as Parent).children) {
          expect(child.position?.start.offset).toBeGreaterThanOrEqual(from);
          from = child.position?.end.offset ?? -1;
        }
        expect(node.position?.end.offset).toBeGreaterThanOrEqual(from);
      }
    }),
    { numRuns: 300 },
  );
});

it('says where a point stands that a line break parts from its paragraph', () => {
  const tree = fromText(
    '某某县2021年法治政府建设工作报告\n一、工作\n全县各级行政机关认真落实上级部署，不断提高依法行政的\n水平。一是加强学习。二是严格执法。',
  );
  const points = allOf(tree).filter((node) => 'style' in node && node.style === 'i');
  expect(points.map(({ position }) => position?.start)).toEqual([
    { line: 4, column: 4, offset: 54 },
    { line: 4, column: 11, offset: 61 },
  ]);
});
