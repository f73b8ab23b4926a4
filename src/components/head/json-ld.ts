/** Structured data of pages in the vocabulary of schema.org, as JSON-LD. */
import { siteName } from '../../model/genre.ts';

/** A node of JSON-LD; what is undefined is left out. */
export interface Node {
  '@type': string;
  [property: string]: unknown;
}

/** A page above another one, or the page itself. */
export interface Step {
  name: string;
  /** Address, absolute where the site's origin is known. */
  href: string;
}

const language = 'zh-CN';

/** The way from the home page to a page, the page itself last. */
export function breadcrumbList(steps: readonly Step[]): Node {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: href,
    })),
  };
}

/** A page that has no more telling type. */
export function webPage(name: string, description: string, url: string): Node {
  return { '@type': 'WebPage', name, description, url, inLanguage: language };
}

/** The site itself, with its search. */
export function webSite(description: string, url: string, search: string): Node {
  return {
    '@type': 'WebSite',
    name: siteName,
    description,
    url,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={words}` },
      'query-input': 'required name=words',
    },
  };
}

/** A data set with its files. */
export function dataset(
  facts: { name: string; description: string; url: string; temporalCoverage: string },
  files: readonly { name: string; url: string; type: string }[],
): Node {
  return {
    '@type': 'Dataset',
    ...facts,
    inLanguage: language,
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    spatialCoverage: { '@type': 'Country', name: '中国' },
    creator: { '@type': 'Organization', name: siteName },
    distribution: files.map(({ name, url, type }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: url,
      encodingFormat: type,
    })),
  };
}

/** A law, or a document of another kind that reports cite. */
export function citedDocument(facts: {
  name: string;
  isLaw: boolean;
  numbers: string[];
  year: number | null;
  aliases: string[];
}): Node {
  const { name, isLaw, numbers, year, aliases } = facts;
  return {
    '@type': isLaw ? 'Legislation' : 'DigitalDocument',
    name,
    alternateName: aliases.length > 0 ? aliases : undefined,
    [isLaw ? 'legislationIdentifier' : 'identifier']: numbers.length > 0 ? numbers : undefined,
    temporal: year === null ? undefined : String(year),
    inLanguage: language,
  };
}

/**
 * Nodes as the text of a `<script type="application/ld+json">`. No sign in it can end the element or begin a comment:
 * `<` is written as an escape of JSON.
 */
export function printJsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll(
    '<',
    '\\u003c',
  );
}
