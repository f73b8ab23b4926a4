/** The faults of a collection as programs read them: JSON, and the annotations of GitHub. */
import type { VFile } from 'vfile';
import { catalogue, messageText, type RuleId } from '../convert/messages.ts';

/** One fault or oddity. */
export interface Finding {
  file: string;
  line: number | null;
  column: number | null;
  rule: string;
  level: 'error' | 'warning';
  /** What is wrong. */
  reason: string;
  /** What was expected, and what to do. */
  note: string;
  /** Page of the rule, within the checkout. */
  help: string;
}

/** Every message of some files, in the order of files and lines. */
export function findings(files: readonly VFile[]): Finding[] {
  return files.flatMap((file) =>
    file.messages
      .map((message) => ({
        file: file.path,
        line: message.line ?? null,
        column: message.column ?? null,
        rule: message.ruleId ?? '',
        level: catalogue[message.ruleId as RuleId].level,
        reason: message.reason,
        note: message.note ?? '',
        help: message.url ?? '',
      }))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
}

/** All of them as a terminal shows them. */
export function textOf(list: readonly Finding[]): string {
  return list
    .map(({ file, line, column, help, ...rest }) =>
      messageText({ place: [file, line, column], url: help, ...rest }),
    )
    .join('\n');
}

/** Workflow commands by which GitHub shows findings beside the lines they are about. */
export function githubAnnotations(list: readonly Finding[]): string {
  const data = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return list
    .map(({ file, line, column, rule, level, reason, note }) => {
      const place = [
        `file=${property(file)}`,
        ...(line === null ? [] : [`line=${line}`]),
        ...(column === null ? [] : [`col=${column}`]),
        `title=${property(rule)}`,
      ];
      return `::${level} ${place.join(',')}::${data(`${reason}\n${note}`)}`;
    })
    .join('\n');
}
