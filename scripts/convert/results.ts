/** What converting a report came to, in a form that can be kept and handed between threads. */
import { VFile } from 'vfile';
import { rulePath } from './messages.ts';

/** A message of one file, as {@link VFile} holds it. */
export interface KeptMessage {
  path: string;
  reason: string;
  ruleId: string;
  line: number | undefined;
  column: number | undefined;
  fatal: boolean;
  note: string | undefined;
}

export interface ReportResult {
  id: string;
  /** False where a fault blocks the report; its former files stay then. */
  converted: boolean;
  /** The files that were read, those without a message too. */
  paths: string[];
  messages: KeptMessage[];
}

/** The messages of files, to be kept. */
export function keepMessages(files: readonly VFile[]): KeptMessage[] {
  return files.flatMap((file) =>
    file.messages.map((message) => ({
      path: file.path,
      reason: message.reason,
      ruleId: message.ruleId ?? '',
      line: message.line ?? undefined,
      column: message.column ?? undefined,
      fatal: message.fatal === true,
      note: message.note,
    })),
  );
}

/** The files that were read, with their messages. */
export function restoreFiles(results: readonly ReportResult[]): VFile[] {
  const paths = results.flatMap((result) => result.paths);
  const files = new Map(paths.map((path) => [path, new VFile({ path })]));
  const messages = results.flatMap((result) => result.messages);
  for (const { path, reason, ruleId, line, column, fatal, note } of messages) {
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const message = file.message(reason, {
      ...(line !== undefined && column !== undefined ? { place: { line, column } } : {}),
      ruleId,
      source: 'report',
    });
    message.fatal = fatal;
    message.note = note;
    message.url = rulePath(ruleId);
  }
  return [...files.values()];
}
