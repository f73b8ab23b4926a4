/**
 * Id that the fragment of an address names: of the page's own, unless another is given. An address can be typed by
 * anyone: what is no valid encoding is taken as it stands.
 */
export function fragmentId(hash = location.hash): string {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
