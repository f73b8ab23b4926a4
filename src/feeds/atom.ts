/** Atom feeds (RFC 4287) of reports. */

import { createHash } from 'node:crypto';
import { siteName } from '../model/genre.ts';
import { xmlText } from '../model/xml-text.ts';

/** A report as a feed tells of it. */
export interface FeedEntry {
  /** Whatever never changes about it: its identity comes from this, so that a site may move to another host. */
  key: string;
  title: string;
  /** Address of its page. */
  href: string;
  /** Day of the last change, `2021-02-26`. */
  updated: string;
  /** Day of publication, where it is known. */
  published?: string;
  authors: readonly string[];
  summary: string;
}

export interface Feed {
  key: string;
  title: string;
  /** Address of the feed itself. */
  self: string;
  /** Address of the page it belongs to. */
  page: string;
  entries: FeedEntry[];
}

/** Namespace of the identities below, drawn once. */
const namespace = Buffer.from('6f0e4f0a5b7f4f3c9d1e2b8c7a5d4e31', 'hex');

/** A name-based UUID (RFC 9562, version 5): the same for the same key, on any host. */
export function identity(key: string): string {
  const hash = createHash('sha1').update(namespace).update(key).digest().subarray(0, 16);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** The beginning of a day in China. */
const moment = (day: string) => `${day}T00:00:00+08:00`;

function entryXml(entry: FeedEntry): string {
  const lines = [
    `<id>${identity(entry.key)}</id>`,
    `<title>${xmlText(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.href)}"/>`,
    `<updated>${moment(entry.updated)}</updated>`,
    entry.published && `<published>${moment(entry.published)}</published>`,
    ...entry.authors.map((author) => `<author><name>${xmlText(author)}</name></author>`),
    `<summary>${xmlText(entry.summary)}</summary>`,
  ];
  return `<entry>\n${lines.filter(Boolean).join('\n')}\n</entry>`;
}

/** The feed as a document. A feed without entries was last changed when there were no reports of the kind at all. */
export function printFeed({ key, title, self, page, entries }: Feed): string {
  const updated = entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${identity(key)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    `<updated>${moment(updated ?? '1949-10-01')}</updated>`,
    `<author><name>${siteName}</name></author>`,
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}
