import { withBase } from '../model/routes.ts';

const fetched = new Map<string, Promise<unknown>>();

/**
 * A file of the open data, fetched once while the page lives; what failed may be tried again.
 * @param address from `routes`
 * @throws when it is not there or the network is not.
 */
export function getJson<Data>(address: string): Promise<Data> {
  const url = withBase(import.meta.env.BASE_URL, address);
  const again = fetched.get(url) as Promise<Data> | undefined;
  if (again) return again;
  const request = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json() as Promise<Data>;
  });
  fetched.set(url, request);
  request.catch(() => fetched.delete(url));
  return request;
}
