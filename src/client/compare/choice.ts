/** The reports chosen for comparison, kept in this browser while the reader moves through the site. */

import { isReportId } from '../../model/report-id.ts';
import { StoredList } from '../shared/stored-list.ts';

/** Most reports that fit side by side. */
export const mostCompared = 4;

export interface ChosenReport {
  id: string;
  /** Short name: 海西蒙古族藏族自治州 2020. */
  name: string;
}

class Choice extends StoredList<ChosenReport> {
  /** Takes a report in or out; false when there is no room. */
  toggle(report: ChosenReport): boolean {
    const others = this.items.filter(({ id }) => id !== report.id);
    if (others.length === this.items.length) {
      if (others.length >= mostCompared) return false;
      others.push(report);
    }
    this.items = others;
    return true;
  }
}

function isChosen(value: unknown): value is ChosenReport {
  const { id, name } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && isReportId(id) && typeof name === 'string' && name !== '';
}

export const choice = new Choice('compare', isChosen, mostCompared);
