import { withBase } from '../model/routes.ts';

const fetched = new Map<string, Promise<unknown>>();

/**
 * A file of the site, fetched once while the page lives; what failed may be tried again.
 * @param address from `routes`
 * @throws when it is not there or the network is not.
 */
export function fetchOnce<Content>(
  address: string,
  read: (response: Response) => Promise<Content>,
): Promise<Content> {
  const url = withBase(import.meta.env.BASE_URL, address);
  const again = fetched.get(url) as Promise<Content> | undefined;
  if (again) return again;
  const request = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return read(response);
  });
  fetched.set(url, request);
  request.catch(() => fetched.delete(url));
  return request;
}

/** A file of the open data. */
export const getJson = <Data>(address: string): Promise<Data> =>
  fetchOnce(address, (response) => response.json() as Promise<Data>);

/** Another page of the site. */
export const getPage = (address: string): Promise<Document> =>
  fetchOnce(address, async (response) =>
    new DOMParser().parseFromString(await response.text(), 'text/html'),
  );
