import { SiteElement } from '../shared/site-element.ts';

/**
 * `<share-report>` hands on the address of the report, or of the section the reader came to: by the system's own sheet
 * on phones, elsewhere as a QR code and as text. What that takes is fetched when it is opened.
 */
class ShareReport extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const popover = this.querySelector('[popover]');
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('[data-do=copy]')) void this.#copy();
      },
      { signal },
    );
    popover?.addEventListener(
      'beforetoggle',
      (event) => {
        if ((event as ToggleEvent).newState === 'open') void this.#open(event);
      },
      { signal },
    );
  }

  async #open(event: Event): Promise<void> {
    const system = typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches;
    if (system) event.preventDefault();
    const { drawCode, shared } = await import('./share.ts');
    const what = shared();
    if (system) await navigator.share(what).catch(() => undefined);
    else {
      this.place('text').textContent = `${what.title}\n${what.url}`;
      this.place('code').replaceChildren(drawCode(what.url));
    }
  }

  async #copy(): Promise<void> {
    const { copyShared } = await import('./share.ts');
    this.sayBriefly(await copyShared());
  }
}

customElements.define('share-report', ShareReport);
