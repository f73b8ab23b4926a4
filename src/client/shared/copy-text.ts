/**
 * Puts a text on the clipboard. Pages that are served without encryption, as within an office, have no clipboard of
 * their own: there the browser is told to copy what is selected in a field out of sight.
 * @param done what to tell the reader when it is there
 * @returns what to tell the reader
 */
export async function copyText(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return copySelected(text) ? done : '无法写入剪贴板，请手动选取复制';
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  // Nothing else copies outside a secure context, old as it is.
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
