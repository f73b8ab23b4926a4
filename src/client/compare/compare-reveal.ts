/**
 * Goes to the row or sentence that the address names, which is not there before the comparison is. On narrow windows
 * one report shows at a time: the one that holds the sentence.
 */
export function revealTarget(view: Element): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || !view.contains(target)) return;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const radio = view.querySelector<HTMLInputElement>(`input[name=column][value="${column}"]`);
  if (radio) radio.checked = true;
  target.scrollIntoView({ block: column === undefined ? 'start' : 'center' });
}
