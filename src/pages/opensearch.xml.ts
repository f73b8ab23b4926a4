/**
 * OpenSearch description, by which a browser can be given this search. It needs the address of the published
 * site (`SITE_URL`); without it, addresses are relative to the host.
 */
import type { APIRoute } from 'astro';
import { wholeAddress } from '../components/link.ts';
import { genre, siteName } from '../model/genre.ts';
import { routes } from '../model/routes.ts';
import { xmlText } from '../model/xml-text.ts';

export const GET: APIRoute = ({ site }) => {
  const link = (address: string) => xmlText(wholeAddress(address, site));
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${siteName}</ShortName>
  <Description>检索${genre}全文</Description>
  <Language>zh-CN</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${link('favicon.svg')}</Image>
  <Url type="text/html" template="${link(routes.search())}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
};
