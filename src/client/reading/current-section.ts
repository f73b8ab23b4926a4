/**
 * Tells which of some nested sections is being read: the deepest one at the top of the window.
 * @param sections in reading order
 * @param signal ends it
 * @param tell called with the section, or undefined before the first and after the last
 */
export function watchCurrentSection(
  sections: Element[],
  signal: AbortSignal,
  tell: (current: Element | undefined) => void,
): void {
  const visible = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
      }
      // Of the sections that cross the line the deepest is the last one in reading order.
      tell(sections.findLast((section) => visible.has(section)));
    },
    { rootMargin: '-12% 0px -87% 0px' },
  );
  for (const section of sections) observer.observe(section);
  signal.addEventListener('abort', () => observer.disconnect());
}
