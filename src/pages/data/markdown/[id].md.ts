import type { APIRoute } from 'astro';
import { convertedIds, readReportData } from '../../../collection.ts';
import { reportMarkdown } from '../../../report-markdown.ts';

export const getStaticPaths = () => convertedIds().map((id) => ({ params: { id } }));

/** A report as a Markdown document. */
export const GET: APIRoute<Record<string, never>, { id: string }> = ({ params }) =>
  new Response(reportMarkdown(readReportData(params.id)), {
    headers: { 'content-type': 'text/markdown' },
  });
