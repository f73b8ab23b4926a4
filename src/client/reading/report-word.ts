import { say } from '../shared/status.ts';

/** `<report-word>` makes a Word document of the report whose id it bears; what that takes is fetched at the click. */
class ReportWord extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.querySelector('button')?.addEventListener('click', () => void this.#make(), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #make(): Promise<void> {
    const { report = '' } = this.dataset;
    try {
      const { saveReport } = await import('./report-word-file.ts');
      await saveReport(report);
    } catch {
      say(this, '未能取得数据，请检查网络后再试');
    }
  }
}

customElements.define('report-word', ReportWord);
