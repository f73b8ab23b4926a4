/** Configuration of nginx for a site, from what the project says of its headers, files and types itself. */
import { routes } from '../../../src/model/routes.ts';
import { securityHeaders } from '../../../src/security/policy.ts';
import { compressedFrom, compressedTypes, contentTypes, textTypes } from './content-types.ts';
import { lasting, lastingFolder } from './host-files.ts';

export interface NginxSite {
  /** Folder of the site on the server. */
  root: string;
  /** Path the site was built for, with a slash at both ends. */
  base: string;
  port: number;
}

const quoted = (text: string) => `"${text.replace(/["\\$]/gu, '\\$&')}"`;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** `<type> <extensions>;` for every type, without its character set, which nginx adds by itself. */
function types(): string[] {
  const byType = Map.groupBy(Object.entries(contentTypes), ([, type]) => type.split(';')[0]);
  return [...byType].map(
    ([type, entries]) => `${type} ${entries.map(([extension]) => extension.slice(1)).join(' ')};`,
  );
}

/** Addresses whose files change their name with what they hold: only these may be kept for good. */
function lastingAddresses(base: string): string {
  const folder = literally(base + lastingFolder);
  const shard = `${literally(base + routes.searchIndex())}[^/]+\\.[0-9a-f]{12}/`;
  return `^(?:${folder}|${shard})`;
}

/**
 * A file to be included in the `http` block, as those of `conf.d` are: compression (copies made beforehand are sent
 * where they are), caching, security headers, types, the page for what does not exist.
 */
export function nginxConfig({ root, base, port }: NginxSite): string {
  const headers = securityHeaders().map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  );
  const below = base === '/' ? '' : base.slice(0, -1);
  const place = below
    ? [`    location = ${below} { return 301 ${base}; }`, '', `    location ${base} {`]
    : ['    location / {'];
  return `# Written by: npm run nginx -- --root ${root} --port ${port} (BASE_PATH=${base})
map $uri $fazhi_cache {
    default "no-cache";
    "~${lastingAddresses(base)}" "${lasting}";
}

server {
    listen ${port};
    listen [::]:${port};
    server_tokens off;
    # Behind a proxy neither name nor port of this server is the public one.
    absolute_redirect off;

    root /var/empty;
    index index.html;
    error_page 404 ${base}404.html;

    charset utf-8;
    charset_types ${textTypes.filter((type) => type !== 'text/html' && type !== 'image/svg+xml').join(' ')};
    types {
        ${types().join('\n        ')}
    }
    default_type application/octet-stream;

    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_min_length ${compressedFrom};
    gzip_proxied any;
    gzip_types ${compressedTypes.filter((type) => type !== 'text/html').join(' ')};

    add_header Cache-Control $fazhi_cache always;
${headers.join('\n')}

    # What other hosts are told by is no part of the site.
    location ~ /(?:\\.|_headers$) { return 404; }

${place.join('\n')}
        alias ${root}/;
    }
}
`;
}
