/** Hands a file made in the browser to the reader. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file by the time this runs.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
