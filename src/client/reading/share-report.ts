import { SiteElement } from '../shared/site-element.ts';
import { copyShared, drawCode, shared } from './share.ts';

/**
 * `<share-report>` hands on the address of the report, or of the section the reader came to. Loaded when that is
 * asked for.
 */
export class ShareReport extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const copy = async () => this.sayBriefly(await copyShared());
    this.querySelector('[data-do=copy]')?.addEventListener('click', () => void copy(), { signal });
  }

  /** Shows it as a QR code and as text. */
  show(): void {
    const { title, url } = shared();
    this.place('text').textContent = `${title}\n${url}`;
    this.place('code').replaceChildren(drawCode(url));
  }
}

customElements.define('share-report', ShareReport);

/** Hands it to the system's own sheet; a reader who closes that has shared nothing, and no harm is done. */
export const shareBySystem = () => navigator.share(shared()).catch(() => undefined);
