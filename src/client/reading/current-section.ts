/**
 * Tells which of some nested sections is being read: the deepest one at the line below the reading bar, where a section
 * stands that was gone to.
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
  let observer: IntersectionObserver | undefined;
  const watch = () => {
    observer?.disconnect();
    visible.clear();
    const [first] = sections;
    if (!first) return;
    // Some pixels below where a section comes to stand.
    const line = Math.ceil(Number.parseFloat(getComputedStyle(first).scrollMarginTop)) + 8;
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target);
          else visible.delete(target);
        }
        // Of the sections that cross the line the deepest is the last one in reading order.
        tell(sections.findLast((section) => visible.has(section)));
      },
      { rootMargin: `${-line}px 0px ${Math.min(0, line + 2 - innerHeight)}px` },
    );
    for (const section of sections) observer.observe(section);
  };
  watch();
  // The line keeps its place from the top whatever the height of the window.
  addEventListener('resize', watch, { signal });
  signal.addEventListener('abort', () => observer?.disconnect());
}
