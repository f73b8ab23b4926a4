import { Random } from '../bench/random.ts';

/** Numbers from 0 to below n, the same in every run. */
export function dice(seed: number): (n: number) => number {
  const random = new Random(seed);
  return (n) => random.between(0, n - 1);
}
