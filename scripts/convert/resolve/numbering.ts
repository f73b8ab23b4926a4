/** Oddities of the printed numbers that are worth a look; the numbers themselves stay as they are. */
import type { VFile } from 'vfile';
import { isPassage, type SectionStyle } from '../../../src/model/section-styles.ts';
import { report } from '../messages.ts';
import { sectionsOf } from '../parse/walk.ts';
import type { IdentifiedNode } from './ids.ts';

/** Reports inferred, repeated and jumping numbers. */
export function checkNumbering(nodes: readonly IdentifiedNode[], file: VFile): void {
  let sections = 0;
  const last = new Map<SectionStyle, number>();
  const walk = (siblings: readonly IdentifiedNode[]) => {
    let before: IdentifiedNode | undefined;
    for (const node of siblings) {
      const place = { line: node.position.start.line, column: 1 };
      if (!isPassage(node)) {
        sections++;
        const previous = before?.style === node.style ? before.number : undefined;
        const runsOn = last.get(node.style);
        if (node.inferred)
          report(file, 'number-inferred', place, { number: `${node.number}(${node.id})` });
        if (node.repeated)
          report(file, 'number-repeated', place, { number: node.marker.trim(), id: node.id });
        else if (
          previous !== undefined
            ? node.number !== previous + 1
            : node.number !== 1 && node.number !== (runsOn ?? 0) + 1
        ) {
          report(file, 'number-jump', place, {
            before: previous ?? runsOn ?? 0,
            after: node.number,
          });
        }
        last.set(node.style, node.number);
        before = node;
      }
      walk(sectionsOf(node));
    }
  };
  walk(nodes);
  if (sections === 0) report(file, 'no-sections', undefined);
}
