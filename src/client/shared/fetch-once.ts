import { siteLink } from './site-link.ts';

const fetched = new Map<string, Promise<unknown>>();

/**
 * A file of the site, fetched once while the page lives; what failed may be tried again.
 * @param address from `routes`
 * @param get fetches it from its whole path
 * @throws when it is not there or the network is not.
 */
function fetchOnce<Content>(
  address: string,
  get: (url: string) => Promise<Content>,
): Promise<Content> {
  const url = siteLink(address);
  const again = fetched.get(url) as Promise<Content> | undefined;
  if (again) return again;
  const request = get(url);
  fetched.set(url, request);
  request.catch(() => fetched.delete(url));
  return request;
}

/** A file of the open data. */
export const getJson = <Data>(address: string): Promise<Data> =>
  fetchOnce(address, async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json() as Promise<Data>;
  });

/**
 * Another page of the site. The browser parses what it receives: under the site's Trusted Types no string becomes
 * a document.
 */
export const getPage = (address: string): Promise<Document> =>
  fetchOnce(
    address,
    (url) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.responseType = 'document';
        request.onloadend = () => {
          if (request.status === 200 && request.responseXML) resolve(request.responseXML);
          else reject(new Error(`${request.status} ${url}`));
        };
        request.send();
      }),
  );
