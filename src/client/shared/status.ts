const clearing = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Says something in the `[role=status]` of an element, for a short while. */
export function say(element: Element, words: string): void {
  const status = element.querySelector('[role=status]');
  if (!status) return;
  status.textContent = words;
  clearTimeout(clearing.get(status));
  clearing.set(
    status,
    setTimeout(() => {
      status.textContent = '';
    }, 2500),
  );
}
