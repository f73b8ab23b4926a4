import type { APIRoute } from 'astro';
import { links } from '../components/link.ts';

/** Everything may be read by robots. The sitemap can be named only where the site's origin is known. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = links.sitemap();
  const lines = ['User-agent: *', 'Allow: /'];
  if (site) lines.push('', `Sitemap: ${new URL(sitemap, site).href}`);
  return new Response(`${lines.join('\n')}\n`);
};
