/** On narrow windows one report shows at a time: brings the one to the front that holds the sentence gone to. */
export function revealTarget(view: Element): void {
  const target = document.getElementById(location.hash.slice(1));
  const column = target?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  if (!target || column === undefined) return;
  const radio = view.querySelector<HTMLInputElement>(`input[name=column][value="${column}"]`);
  if (radio) radio.checked = true;
  target.scrollIntoView({ block: 'center' });
}
