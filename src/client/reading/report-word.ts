import { SiteElement } from '../shared/site-element.ts';
import { saveReport } from './report-word-file.ts';

/** `<report-word>` makes a Word document of the report whose id it bears. Loaded when the first one is asked for. */
export class ReportWord extends SiteElement {
  protected begin(): void {}

  async save(): Promise<void> {
    try {
      await saveReport(this.dataset['report'] ?? '');
    } catch {
      this.sayBriefly('未能取得数据，请检查网络后再试');
    }
  }
}

customElements.define('report-word', ReportWord);
