/** What became of published addresses: kept, gone, or leading to another text. */
import type { Anchor } from '../../convert/write/anchors.ts';
import { hashText, type LockedReport } from './lock.ts';

export type AnchorChange =
  /** Gone; `to` is where its text is now, or the section it stood in. */
  | { kind: 'lost'; id: string; to: string | undefined }
  /** Leads to another text; its own is at `to` now. */
  | { kind: 'moved'; id: string; to: string; line: number }
  /** Its text is nowhere as it was. */
  | { kind: 'changed'; id: string; text: string; line: number };

/** The section an address stands in that is still there. */
function nearest(id: string, present: ReadonlyMap<string, Anchor>): string | undefined {
  for (let parent = id; parent.includes('-'); ) {
    parent = parent.slice(0, parent.lastIndexOf('-'));
    if (present.has(parent)) return parent;
  }
  return undefined;
}

/** Of addresses with the same text, the one that ends like the former: a point and its only paragraph say the same. */
function closest(id: string, candidates: readonly string[]): string | undefined {
  const last = id.slice(id.lastIndexOf('-'));
  return candidates.find((candidate) => candidate.endsWith(last)) ?? candidates[0];
}

/**
 * Changes of published addresses, in the order of the lock.
 * @param redirects former addresses an editor leads on; they are in order
 */
export function compareAnchors(
  locked: LockedReport['anchors'],
  anchors: readonly Anchor[],
  redirects: Readonly<Record<string, string>>,
): AnchorChange[] {
  const present = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  // A text that stands where it always stood is not where another one went.
  const byHash = Map.groupBy(
    anchors.filter(({ id, text }) => locked[id] !== hashText(text)).map(({ id }) => id),
    (id) => hashText(present.get(id)?.text ?? ''),
  );
  return Object.entries(locked).flatMap(([id, hash]): AnchorChange[] => {
    const now = present.get(id);
    const to = closest(id, byHash.get(hash) ?? []);
    if (!now) {
      return id in redirects ? [] : [{ kind: 'lost', id, to: to ?? nearest(id, present) }];
    }
    if (hashText(now.text) === hash) return [];
    if (to !== undefined) return [{ kind: 'moved', id, to, line: now.line }];
    return [{ kind: 'changed', id, text: now.text, line: now.line }];
  });
}
