import { SiteElement } from '../shared/site-element.ts';

/** `<report-word>` makes a Word document of the report whose id it bears; what that takes is fetched at the click. */
class ReportWord extends SiteElement {
  protected begin(signal: AbortSignal): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#make(), { signal });
  }

  async #make(): Promise<void> {
    const { report = '' } = this.dataset;
    try {
      const { saveReport } = await import('./report-word-file.ts');
      await saveReport(report);
    } catch {
      this.sayBriefly('未能取得数据，请检查网络后再试');
    }
  }
}

customElements.define('report-word', ReportWord);
