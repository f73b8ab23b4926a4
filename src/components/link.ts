/** Addresses as pages print them. Every one is made in `model/routes.ts`; here it gets the path the site is served under. */
import { routes, withBase } from '../model/routes.ts';

/** An address relative to the site as a link of a page. */
export const link = (address: string): string => withBase(import.meta.env.BASE_URL, address);

/** {@link routes} as links of a page. */
export const links = Object.fromEntries(
  Object.entries(routes).map(([name, route]) => [
    name,
    (...given: unknown[]) => link((route as (...given: unknown[]) => string)(...given)),
  ]),
) as unknown as typeof routes;

/** The whole address where the origin of the site is known, else the one within its host. */
export const wholeAddress = (address: string, site: URL | undefined): string =>
  site ? new URL(link(address), site).href : link(address);
