/** Preloaded into a command (`node --import`): its clock is a year and some hours ahead. */
const ahead = 400 * 86_400_000 + 12_345_678;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts: unknown[]) {
    super(...((parts.length > 0 ? parts : [RealDate.now() + ahead]) as [number]));
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;
