/** Builds the table of a comparison: heads, tabs for narrow windows, and one section a row. */

import { routes } from '../../model/routes.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { firstSentences, renderFragment } from './compare-fragment.ts';
import { nameOf, percent } from './compare-words.ts';
import type { ComparedReport, ComparisonRow } from './comparison.ts';

/** The whole table; its columns are numbered by `data-column`. What says where one is stays in sight. */
export function renderComparison(
  compared: ComparedReport[],
  rows: ComparisonRow[],
  figures: Element,
): DocumentFragment {
  const all = document.createDocumentFragment();
  const bar = element('div', { class: 'side-bar' }, tabs(compared), heads(compared), jumps(rows));
  all.append(bar, figures);
  const firsts = compared.map(firstSentences);
  rows.forEach(({ name, cells }, index) => {
    const id = `row-${index}`;
    const columns = cells.map((fragments, report) => {
      const context = { compared, report, firsts: firsts[report] ?? new Map() };
      const content = fragments.map((fragment) => renderFragment(fragment, context, true));
      const none = element('p', { class: 'hint' }, '没有这方面的章节');
      return element(
        'div',
        { 'data-column': report },
        element(
          'h3',
          { class: 'visually-hidden' },
          nameOf((compared[report] as ComparedReport).data),
        ),
        ...(content.length > 0 ? content : [none]),
      );
    });
    all.append(
      element(
        'section',
        { class: 'side-row', 'aria-labelledby': id },
        element('h2', { id }, name),
        element('div', { class: 'side-cells' }, ...columns),
      ),
    );
  });
  return all;
}

/** Rows are long; this leads to each. */
function jumps(rows: ComparisonRow[]): Element {
  const targets = [{ id: 'figures', name: '数字' }, ...rows.map(({ name }, id) => ({ id, name }))];
  const links = targets.map(({ id, name }) =>
    element('li', {}, element('a', { href: `#row-${id}` }, name)),
  );
  return element('nav', { class: 'side-jumps', 'aria-label': '各行' }, element('ul', {}, ...links));
}

function tabs(compared: ComparedReport[]): Element {
  const options = compared.map(({ data }, at) => {
    const radio = element('input', { type: 'radio', name: 'column', value: at, checked: at === 0 });
    return element('label', {}, radio, element('span', {}, nameOf(data)));
  });
  return element('fieldset', { class: 'side-tabs', 'aria-label': '显示哪一份报告' }, ...options);
}

function heads(compared: ComparedReport[]): Element {
  const columns = compared.map(({ data, identicalShare, similarShare }, at) => {
    const name = nameOf(data);
    const shared = [
      identicalShare > 0 && `相同 ${percent(identicalShare)}`,
      similarShare > 0 && `相近 ${percent(similarShare)}`,
    ].filter((each) => each !== false);
    const shares = shared.length > 0 ? shared.join('，') : '没有相同或相近的句子';
    const remove = element(
      'button',
      { type: 'button', 'data-do': 'remove', 'data-id': data.id, 'aria-label': `移出 ${name}` },
      '移出',
    );
    return element(
      'div',
      { 'data-column': at, 'data-id': data.id, 'data-name': name },
      element('a', { href: siteLink(routes.report(data.id)), title: data.title }, name),
      element('p', {}, compared.length > 1 && shares, ' ', remove),
    );
  });
  return element('div', { class: 'side-cells side-heads' }, ...columns);
}
