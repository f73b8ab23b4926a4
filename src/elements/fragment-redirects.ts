/**
 * `<fragment-redirects data-redirects='{"old":"new"}'>` sends readers of a section's former address to the
 * present one.
 */
class FragmentRedirects extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const redirects: Record<string, string> = JSON.parse(
      this.getAttribute('data-redirects') ?? '{}',
    );
    const follow = () => {
      const present = redirects[decodeURIComponent(location.hash.slice(1))];
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
