/** What the head of a report's page says of the report: for search engines and for programs that manage references. */
import { lastUpdate, publicationDay } from '../../model/dates.ts';
import { subject } from '../../model/genre.ts';
import type { ReportFrontmatter } from '../../model/report.ts';
import { routes } from '../../model/routes.ts';
import type { Node } from './json-ld.ts';

type Metadata = Omit<ReportFrontmatter, 'outline'>;

/** Makes an address of `routes` one that others can use. */
export type Link = (address: string) => string;

/**
 * Title of the page, unlike that of any other report: the printed one, with whatever of region, year and id it does not
 * tell by itself. 鼓楼区 is in four cities.
 */
export function reportTitle({ id, title, year, region }: Metadata): string {
  const missing = region.path.filter((name) => !title.includes(name)).join('');
  const suffix = id.split('-').length > 2 ? id : '';
  const more = [missing, title.includes(String(year)) ? '' : `${year}年`, suffix];
  const words = more.filter(Boolean).join(' ');
  return words ? `${title}（${words}）` : title;
}

/** Published forms of a report, with their media types. */
export function reportFiles(id: string): { address: string; type: string; title: string }[] {
  return [
    { address: routes.reportData(id), type: 'application/json', title: '报告数据' },
    { address: routes.markdownFile(id), type: 'text/markdown', title: 'Markdown' },
    { address: routes.sourceFile(id), type: 'text/plain', title: '原文文本' },
  ];
}

/** The report in schema.org's words. Parts that the source does not tell are left out. */
export function reportNode(data: Metadata, link: Link): Node {
  const { id, title, issuers, publisher, documentNumber, region, year, url, sha256 } = data;
  const bodies = (names: readonly string[]) => {
    const all = names.map((name) => ({ '@type': 'GovernmentOrganization', name }));
    return all.length > 1 ? all : all[0];
  };
  const source = routes.sourceFile(id);
  return {
    '@type': 'Report',
    name: title,
    headline: title,
    url: link(routes.report(id)),
    identifier: id,
    reportNumber: documentNumber ?? undefined,
    inLanguage: 'zh-CN',
    author: bodies(issuers),
    publisher: bodies(publisher ? [publisher] : issuers),
    dateCreated: data.signed ?? undefined,
    datePublished: publicationDay(data) ?? undefined,
    dateModified: lastUpdate(data) ?? undefined,
    temporalCoverage: String(year),
    spatialCoverage: {
      '@type': 'AdministrativeArea',
      name: region.path.join(''),
      identifier: region.code,
    },
    about: subject,
    isAccessibleForFree: true,
    isBasedOn: url ?? undefined,
    encoding: reportFiles(id).map(({ address, type }) => ({
      '@type': 'MediaObject',
      contentUrl: link(address),
      encodingFormat: type,
      sha256: address === source ? sha256 : undefined,
    })),
  };
}

/**
 * `<meta>` tags for reference managers and Google Scholar: the Highwire names with those of a technical report, and
 * Dublin Core. Addresses are given only where the site's origin is known, since these programs want whole ones.
 */
export function citationTags(data: Metadata, page: string | undefined): [string, string][] {
  const { id, title, issuer, issuers, publisher, documentNumber, region, year } = data;
  const published = publicationDay(data);
  const tags: [string, string | null | undefined][] = [
    ['citation_title', title],
    ...issuers.map((name): [string, string] => ['citation_author', name]),
    ['citation_technical_report_institution', issuer],
    ['citation_technical_report_number', documentNumber],
    ['citation_publication_date', published?.replaceAll('-', '/')],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', page],
    ['citation_fulltext_html_url', page],
    ['DC.title', title],
    ...issuers.map((name): [string, string] => ['DC.creator', name]),
    ['DC.publisher', publisher ?? issuer],
    ['DC.date', published],
    ['DCTERMS.created', data.signed],
    ['DC.type', 'Text.Report'],
    ['DC.identifier', page ?? id],
    ['DC.language', 'zh-CN'],
    ['DC.coverage', `${region.path.join('')} ${year}`],
  ];
  return tags.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}
