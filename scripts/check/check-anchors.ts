/** Holds the addresses of a report against those that were published. */

import { report } from '../convert/messages.ts';
import { type AnchorChange, compareAnchors } from './anchors/compare.ts';
import type { LockedReport } from './anchors/lock.ts';
import type { CheckedReport } from './types.ts';

type Lost = Extract<AnchorChange, { kind: 'lost' }>;

/** Lost addresses by the outermost section that is lost with them. */
function groupLost(lost: readonly Lost[]): Map<string, Lost[]> {
  const groups = new Map<string, Lost[]>();
  for (const change of lost) {
    const outer = [...groups.keys()].find((id) => change.id.startsWith(`${id}-`)) ?? change.id;
    groups.set(outer, [...(groups.get(outer) ?? []), change]);
  }
  return groups;
}

/** Changes that only follow from that of the section they stand in. */
function isConsequence(change: AnchorChange, changes: readonly AnchorChange[]): boolean {
  return changes.some(
    (outer) =>
      change.kind === 'moved' &&
      outer.kind === 'moved' &&
      change.id.startsWith(`${outer.id}-`) &&
      change.to === `${outer.to}${change.id.slice(outer.id.length)}`,
  );
}

/** Former addresses and where the editor leads them. */
export function redirectsOf({ output }: CheckedReport): Record<string, string> {
  return output?.record.redirects ?? {};
}

/** Reports every published address that is gone or leads elsewhere. */
export function checkAnchors(checked: CheckedReport, locked: LockedReport | undefined): void {
  const { output, source, annotation } = checked;
  if (!output) return;
  if (!locked) {
    report(source, 'anchors-unlocked', undefined);
    return;
  }
  const changes = compareAnchors(locked.anchors, output.anchors, redirectsOf(checked));
  const lost = changes.filter((change) => change.kind === 'lost');
  for (const [id, group] of groupLost(lost)) {
    const lines = group
      .map((change) => `  ${change.id}: ${change.to ?? '（新的编号）'}`)
      .join('\n');
    report(annotation, 'anchor-lost', undefined, { id, lines });
  }
  for (const change of changes) {
    if (change.kind === 'lost' || isConsequence(change, changes)) continue;
    const place = { line: change.line, column: 1 };
    if (change.kind === 'moved')
      report(source, 'anchor-moved', place, { id: change.id, to: change.to });
    else report(source, 'anchor-changed', place, { id: change.id, text: shorten(change.text) });
  }
}

const shorten = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
