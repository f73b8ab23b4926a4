import { SiteElement } from '../shared/site-element.ts';
import { fragmentId } from './fragment.ts';

/**
 * `<fragment-redirects data-redirects='{"old":"new"}'>` sends readers of a section's former address to the
 * present one.
 */
class FragmentRedirects extends SiteElement {
  protected begin(signal: AbortSignal): void {
    // A map: an address may name what every object has, `constructor`.
    const redirects = new Map<string, string>(
      Object.entries(JSON.parse(this.getAttribute('data-redirects') ?? '{}')),
    );
    const follow = () => {
      const present = redirects.get(fragmentId());
      if (present) location.replace(`#${present}`);
    };
    addEventListener('hashchange', follow, { signal });
    follow();
  }
}

customElements.define('fragment-redirects', FragmentRedirects);
