/** Checks what an annotation says of sections against the sections there are. */
import type { VFile } from 'vfile';
import type { EditorNote } from '../../../src/model/report.ts';
import type { ThemesFile } from '../../../src/model/themes.ts';
import { report } from '../messages.ts';
import { blocksOf, walkSections } from '../parse/walk.ts';
import type { SectionOverride } from '../resolve/classify.ts';
import { type IdentifiedNode, paragraphId } from '../resolve/ids.ts';
import type { NoteReference } from '../write/mdx.ts';
import type { LocatedAnnotation } from './annotation.ts';
import { locateOnce } from './quotes.ts';

/** Ids of all sections, in reading order. */
function sectionIds(nodes: readonly IdentifiedNode[]): string[] {
  return [...walkSections(nodes)].map(({ id }) => id);
}

/** Ids of all sections and of the paragraphs of their own text. */
function allAnchors(nodes: readonly IdentifiedNode[]): string[] {
  return [...walkSections(nodes)].flatMap((node) => [
    node.id,
    ...blocksOf(node).map((_, index) => paragraphId(node, index)),
  ]);
}

const examples = (ids: readonly string[]) => ids.slice(0, 6).join('、');

/** Parts and themes an editor gives to sections; unknown sections and themes are messages. */
export function checkSections(
  nodes: readonly IdentifiedNode[],
  { value, placeOf }: LocatedAnnotation,
  file: ThemesFile,
  messages: VFile,
): Map<string, SectionOverride> {
  const ids = sectionIds(nodes);
  const slugs = file.themes.map((theme) => theme.slug);
  const overrides = new Map<string, SectionOverride>();
  for (const [id, { part, themes }] of Object.entries(value.sections ?? {})) {
    if (!ids.includes(id))
      report(messages, 'section-unknown', placeOf(['sections', id]), {
        id,
        expected: examples(ids),
      });
    for (const [index, slug] of (themes ?? []).entries()) {
      if (!slugs.includes(slug))
        report(messages, 'theme-unknown', placeOf(['sections', id, 'themes', index]), {
          slug,
          expected: slugs.join('、'),
        });
    }
    overrides.set(id, { ...(part ? { part } : {}), ...(themes ? { themes } : {}) });
  }
  return overrides;
}

/** Redirects lead from ids that are gone to ids that are there. */
export function checkRedirects(
  nodes: readonly IdentifiedNode[],
  { value, placeOf }: LocatedAnnotation,
  messages: VFile,
): void {
  const anchors = new Set(allAnchors(nodes));
  for (const [from, to] of Object.entries(value.redirects ?? {})) {
    if (anchors.has(from))
      report(messages, 'redirect-alive', placeOf(['redirects', from]), { id: from });
    if (!anchors.has(to))
      report(messages, 'section-unknown', placeOf(['redirects', from]), {
        id: to,
        expected: examples(sectionIds(nodes)),
      });
  }
}

/** Notes numbered by their place in the text, each with the words it is about. */
export function editorNotes(
  nodes: readonly IdentifiedNode[],
  annotation: LocatedAnnotation,
  messages: VFile,
): (EditorNote & NoteReference)[] {
  const order = sectionIds(nodes);
  return (annotation.value.notes ?? [])
    .flatMap((note, index) => {
      const anchor = locateOnce(nodes, note, messages, annotation, ['notes', index]);
      return anchor ? [{ ...anchor, exact: note.exact, text: note.text }] : [];
    })
    .sort(
      (a, b) =>
        order.indexOf(a.section) - order.indexOf(b.section) || a.block - b.block || a.end - b.end,
    )
    .map((note, index) => ({ ...note, number: index + 1 }));
}
