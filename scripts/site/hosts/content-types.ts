/** What files of the site are, by the ends of their names: for every server the project brings or describes. */
import { tableFormatList } from '../../../src/model/tables.ts';

const tableTypes = Object.fromEntries(
  tableFormatList.map(({ extension, type, text }) => [
    `.${extension}`,
    text ? `${type}; charset=utf-8` : type,
  ]),
);

/** Media types by extension, with its dot; everything else is `application/octet-stream`. */
export const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown; charset=utf-8',
  ...tableTypes,
};

/** Media types of text, without their character set, with which they are sent. */
export const textTypes = [
  ...new Set(
    Object.values(contentTypes)
      .filter((type) => type.includes('charset=utf-8') || type === 'image/svg+xml')
      .map((type) => type.split(';')[0] as string),
  ),
];

/** Media types that servers compress on the way. The parts of the search index are compressed already. */
export const compressedTypes = [...textTypes, 'application/wasm'];

/** Bytes from which on a file is worth compressing. */
export const compressedFrom = 1000;
