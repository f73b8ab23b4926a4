/** What can be done with selected text: a bar beside it takes sentences, or several paragraphs at once. */

import { quotation } from '../../model/citation.ts';
import { placeBeside } from '../reading/section-scopes.ts';
import { copyText } from '../shared/copy-text.ts';
import { button, element } from '../shared/dom.ts';
import { today } from '../shared/today.ts';
import type { Passage } from './excerpt.ts';
import { passageOfButton } from './gathered.ts';
import { excerptCitation } from './label.ts';
import { excerptOf, take } from './take.ts';

/** A heading, a paragraph or a row of official text. */
const blocks = ':is(#text, .passage, .sentence) :is(p, .head, tr), p.search-excerpt';

/** What the nearest control of the text around a block takes. */
function passageAround(block: Element): Passage | undefined {
  for (let at: Element | null = block; at; at = at.parentElement) {
    const control = at.querySelector<HTMLElement>(':scope > .take, :scope > :is(p, .head) > .take');
    if (control) return passageOfButton(control);
  }
  return undefined;
}

/** The words of a block that are selected. */
function wordsIn(block: Element, selected: Range): string {
  const range = document.createRange();
  range.selectNodeContents(block);
  if (selected.compareBoundaryPoints(Range.START_TO_START, range) > 0)
    range.setStart(selected.startContainer, selected.startOffset);
  if (selected.compareBoundaryPoints(Range.END_TO_END, range) < 0)
    range.setEnd(selected.endContainer, selected.endOffset);
  return range.collapsed ? '' : range.toString().trim();
}

/** The selected passages, each with its selected words. */
export function selectedPassages(selected: Range): Passage[] {
  const passages = new Map<string, Required<Passage>>();
  for (const block of document.querySelectorAll(blocks)) {
    if (!selected.intersectsNode(block)) continue;
    const words = wordsIn(block, selected);
    const passage = words && passageAround(block);
    if (!passage) continue;
    const key = `${passage.report}#${passage.section}`;
    const before = passages.get(key);
    passages.set(key, { ...passage, words: before ? `${before.words}\n${words}` : words });
  }
  return [...passages.values()];
}

const bar = element('div', { class: 'selection-bar', popover: 'manual', role: 'group' });
bar.setAttribute('aria-label', '选中的文字');
// A button that is pressed would take the selection away first.
bar.addEventListener('pointerdown', (event) => event.preventDefault());
// And it would be made anew under the pointer that lets it go.
bar.addEventListener('pointerup', (event) => event.stopPropagation());

/**
 * Shows the bar beside what is selected, or puts it away.
 * @param say tells the reader what was done
 */
export function showSelectionBar(say: (words: string) => void): void {
  const selection = getSelection();
  const passages =
    selection && !selection.isCollapsed ? selectedPassages(selection.getRangeAt(0)) : [];
  if (!selection || passages.length === 0) {
    if (bar.isConnected) bar.hidePopover();
    return;
  }
  const finish = async (told: Promise<string>) => {
    say(await told);
    selection.removeAllRanges();
  };
  const several = passages.length > 1 ? `（${passages.length} 段）` : '';
  bar.replaceChildren(
    button(`加入摘录${several}`, () => void finish(take(passages))),
    button('复制文字与出处', () => void finish(copyPassages(passages))),
  );
  if (!bar.isConnected) document.body.append(bar);
  bar.showPopover();
  // A phone has a bar of its own there; ours stands at the foot of the window.
  if (!matchMedia('(pointer: coarse)').matches)
    placeBeside(bar, selection.getRangeAt(0).getBoundingClientRect());
}

async function copyPassages(passages: readonly Passage[]): Promise<string> {
  const excerpts = await Promise.all(passages.map(excerptOf));
  const texts = excerpts.map((each) => quotation(each.text, excerptCitation(each, today())));
  return copyText(texts.join('\n\n'), '已复制文字与出处');
}
