/** A file that cannot be imported: which rule of the catalogue refuses it. */
import type { RuleId } from '../convert/messages.ts';

/** Thrown by the readers of formats; becomes a message on the file. */
export class Refusal extends Error {
  readonly rule: RuleId;
  readonly values: Record<string, string | number>;

  constructor(
    rule: RuleId,
    values: Record<string, string | number> = {},
    options: ErrorOptions = {},
  ) {
    super(rule, options);
    this.rule = rule;
    this.values = values;
  }
}

/** Size of a file in words: 12.3 MB. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
