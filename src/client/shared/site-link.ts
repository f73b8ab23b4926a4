import { withBase } from '../../model/routes.ts';

/** Address of a page or file of the site. */
export const siteLink = (address: string) => withBase(import.meta.env.BASE_URL, address);
