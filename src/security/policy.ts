/**
 * What pages of the site may do, for everyone who says so: the `<meta>` of every page, the header files of hosts,
 * `npm run preview` and recipes for servers. No page has inline scripts or styles, so the policy needs no hashes and
 * is the same for all pages, but for what a few need besides.
 */

/** What only some pages need: `wasm` to search, `worker` to register the service worker. */
export type PageNeed = 'wasm' | 'worker';

/** Name of the one Trusted Types policy, which lets the service worker's own address pass and nothing else. */
export const trustedTypesPolicy = 'fazhi-nianbao';

type Directives = [name: string, ...sources: string[]][];

function directives(needs: readonly PageNeed[]): Directives {
  const has = (need: PageNeed) => needs.includes(need);
  return [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...(has('wasm') ? ["'wasm-unsafe-eval'"] : [])],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', has('worker') ? "'self'" : "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['require-trusted-types-for', "'script'"],
    // Without a name no policy can be made, and no string becomes markup or a script.
    ['trusted-types', has('worker') ? trustedTypesPolicy : "'none'"],
  ];
}

const print = (list: Directives) => list.map((directive) => directive.join(' ')).join('; ');

/** Content-Security-Policy of one page, for its `<meta http-equiv>`. */
export function pagePolicy(needs: readonly PageNeed[] = []): string {
  return print(directives(needs));
}

/**
 * Content-Security-Policy of the whole site, for headers: what any page may do. A browser holds to header and `<meta>`
 * both, so the page's own narrows it. Framing can be refused by a header only.
 */
export function sitePolicy(): string {
  return print([...directives(['wasm', 'worker']), ['frame-ancestors', "'none'"]]);
}

/** Headers to be sent with every file of the site, in the order to be written. */
export function securityHeaders(): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', sitePolicy()],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    [
      'Permissions-Policy',
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
}
