/** What work costs, counted rather than timed: a count is the same on every machine. */

/** How often a piece of work calls a method, such as `exec` of `RegExp.prototype`. */
export function callsOf<Name extends string>(
  place: { [name in Name]: (...args: never[]) => unknown },
  name: Name,
  work: () => void,
): number {
  const original = place[name];
  let calls = 0;
  place[name] = function (this: unknown, ...args: never[]) {
    calls += 1;
    return Reflect.apply(original, this, args);
  } as (typeof place)[Name];
  try {
    work();
  } finally {
    place[name] = original;
  }
  return calls;
}
