/** The files that the arguments of an import name. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Endings of files that are taken from a folder; a file named itself may have any. */
const endings = /\.(?:txt|html?|shtml|xhtml|mht|mhtml|docx|doc|wps|pdf)$/iu;
/** Folders in which browsers keep the pictures of a saved page. */
const assets = /(?:_files|\.files|_文件)$/iu;

const order = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** Files in order; a folder stands for the files in it and below. What does not exist is kept, to be refused. */
export function findFiles(names: readonly string[]): string[] {
  const found = names.flatMap((name) => {
    const file = path.resolve(name);
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ? inFolder(file) : [file];
  });
  return [...new Set(found)];
}

function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[.~]/u.test(name))
    .sort((a, b) => order(a.name, b.name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return assets.test(entry.name) ? [] : inFolder(file);
      return entry.isFile() && endings.test(entry.name) ? [file] : [];
    });
}
