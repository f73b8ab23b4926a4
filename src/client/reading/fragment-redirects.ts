import { fragmentId } from './fragment.ts';

/**
 * `<fragment-redirects data-redirects='{"old":"new"}'>` sends readers of a section's former address to the
 * present one.
 */
class FragmentRedirects extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    // A map: an address may name what every object has, `constructor`.
    const redirects = new Map<string, string>(
      Object.entries(JSON.parse(this.getAttribute('data-redirects') ?? '{}')),
    );
    const follow = () => {
      const present = redirects.get(fragmentId());
      if (present) location.replace(`#${present}`);
    };
    this.#listening = new AbortController();
    addEventListener('hashchange', follow, { signal: this.#listening.signal });
    follow();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }
}

customElements.define('fragment-redirects', FragmentRedirects);
