/** What converting a report came to, in a form that can be kept and handed between threads. */
import { VFile } from 'vfile';

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

/** Files that hold kept messages again. */
export function restoreFiles(messages: readonly KeptMessage[]): VFile[] {
  const files = new Map<string, VFile>();
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
  }
  return [...files.values()];
}
