/** Shows filtered reports the way the page they stand on shows all of them. */
import type { ListedReport } from '../model/report-filter.ts';
import { routes, withBase } from '../model/routes.ts';

const link = (address: string, text: string) => {
  const anchor = document.createElement('a');
  anchor.href = withBase(import.meta.env.BASE_URL, address);
  anchor.textContent = text;
  return anchor;
};

/** A list, or a matrix with the head of the one that `within` holds. */
export function render(view: string, reports: ListedReport[], within: Element): Element {
  return view === 'matrix' ? matrix(reports, within) : list(reports);
}

function list(reports: ListedReport[]): Element {
  const list = document.createElement('ul');
  list.className = 'report-list';
  for (const report of reports) {
    const item = document.createElement('li');
    const about = document.createElement('p');
    const facts = [
      report.region.join(' '),
      `${report.id.slice(7, 11)} 年度`,
      report.issuer,
      report.published && `${report.published} 发布`,
    ];
    about.append(`${facts.filter(Boolean).join(' · ')} `, compareButton(report));
    item.append(link(routes.report(report.id), report.title), about);
    list.append(item);
  }
  return list;
}

function compareButton({ id, name }: ListedReport): Element {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'compare-toggle', textContent: '比较' });
  Object.assign(button.dataset, { compare: id, name });
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-label', `比较 ${name}`);
  return button;
}

function matrix(reports: ListedReport[], within: Element): Element {
  const box = within.querySelector('.table-scroll')?.cloneNode(true) as Element;
  const rows = reports.map((report) => {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    const year = document.createElement('span');
    year.textContent = report.id.slice(7, 11);
    head.append(link(routes.report(report.id), report.region.at(-1) ?? report.id), ' ', year);
    row.append(head, ...report.themes.map((percent, theme) => cell(report, percent, theme)));
    return row;
  });
  box.querySelector('tbody')?.replaceChildren(...rows);
  return box;
}

function cell(report: ListedReport, percent: number, theme: number): Element {
  const cell = document.createElement('td');
  cell.dataset['shade'] = String(Math.min(5, Math.ceil(percent / 5)));
  const section = report.sections[theme];
  if (section) cell.append(link(routes.section(report.id, section), String(percent)));
  return cell;
}
