/** Work on many items, several at a time, with the results in the order of the items. */

/**
 * Applies `work` to items as they come; never more than `width` are under way or waiting to be taken.
 * @throws what `work` throws, at the place of its item
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is met when its turn comes; until then it is nobody's.
    result.catch(() => {});
    running.push(result);
    if (running.length >= width) yield await (running.shift() as Promise<Result>);
  }
  for (const result of running) yield await result;
}
