/** Builds the comparison: a table of rows and columns, and the list of shared sentences. */
import type { Fragment } from '../compare/align.ts';
import type { ComparedReport, ComparisonRow, SharedSentence } from '../compare/comparison.ts';
import { cutSentences } from '../compare/sentences.ts';
import type { ReportData } from '../model/report.ts';
import { routes, withBase } from '../model/routes.ts';
import { sectionNumber, sectionPlace } from '../section-label.ts';
import { element } from './search-dom.ts';

/** Most shared sentences listed; the table marks all. */
const listed = 100;

const link = (address: string) => withBase(import.meta.env.BASE_URL, address);
const nameOf = ({ region, kind, issuer, year }: ReportData) =>
  `${kind === 'government' ? region.name : (issuer ?? region.name)} ${year}`;
const percent = (share: number) => `${Math.round(100 * share)}%`;
const anchor = (report: number, sentence: number) => `c${report}-${sentence}`;

/** Heads, tabs for narrow windows, and one section a row. */
export function renderComparison(
  compared: ComparedReport[],
  rows: ComparisonRow[],
): DocumentFragment {
  const all = document.createDocumentFragment();
  all.append(jumps(rows), tabs(compared), heads(compared));
  // Sentences are counted section by section, as they were cut.
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
        element('h3', { class: 'side-name' }, nameOf((compared[report] as ComparedReport).data)),
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
  const links = rows.map(({ name }, at) =>
    element('li', {}, element('a', { href: `#row-${at}` }, name)),
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
    const shares = `相同 ${percent(identicalShare)}，相近 ${percent(similarShare)}`;
    const remove = element(
      'button',
      { type: 'button', 'data-do': 'remove', 'data-id': data.id, 'aria-label': `移出 ${name}` },
      '移出',
    );
    return element(
      'div',
      { 'data-column': at, 'data-id': data.id, 'data-name': name },
      element('a', { href: link(routes.report(data.id)) }, data.title),
      element('p', {}, compared.length > 1 && shares, ' ', remove),
    );
  });
  return element('div', { class: 'side-cells side-heads' }, ...columns);
}

interface Context {
  compared: ComparedReport[];
  report: number;
  /** Index of the first sentence of each section. */
  firsts: Map<string, number>;
}

function firstSentences({ sentences }: ComparedReport): Map<string, number> {
  const firsts = new Map<string, number>();
  sentences.forEach(({ section }, at) => {
    if (!firsts.has(section)) firsts.set(section, at);
  });
  return firsts;
}

function renderFragment(fragment: Fragment, context: Context, top: boolean): Element {
  const { section, children } = fragment;
  const id = context.compared[context.report]?.data.id ?? '';
  const href = link(routes.section(id, section.id));
  // Where a passage stands alone, its place says more than its number.
  const number = top ? sectionPlace(section.id) : sectionNumber(section);
  const heading = section.heading === null || section.editorial ? '' : section.heading;
  const label = section.style === 'p' && !section.heading ? '' : number + heading;
  const runsIn = section.style === 'i' || heading === '';
  let at = context.firsts.get(section.id) ?? 0;
  const paragraphs = (section.text === '' ? [] : section.text.split('\n')).map((text) =>
    element(
      'p',
      {},
      ...cutSentences(text).map((sentence) => renderSentence(sentence, at++, context)),
    ),
  );
  const lead =
    label && element('a', { href, class: 'passage-lead', 'data-runs-in': heading !== '' }, label);
  if (lead && runsIn && paragraphs[0]) paragraphs[0].prepend(lead);
  else if (lead) paragraphs.unshift(element('p', { class: 'passage-heading' }, lead));
  return element(
    'div',
    { class: 'passage', 'data-style': section.style },
    ...paragraphs,
    ...children.map((child) => renderFragment(child, context, false)),
  );
}

function renderSentence(text: string, at: number, { compared, report }: Context): Node {
  const [best] = compared[report]?.shared[at] ?? [];
  const id = anchor(report, at);
  if (!best) return document.createTextNode(text);
  const kind = best.similarity === 1 ? 'identical' : 'similar';
  const title = describe(best, compared);
  return element(
    'a',
    {
      id,
      class: 'shared',
      'data-kind': kind,
      href: `#${anchor(best.report, best.sentence)}`,
      title,
    },
    text,
  );
}

function describe(
  { report, sentence, similarity }: SharedSentence,
  compared: ComparedReport[],
): string {
  const other = compared[report];
  if (!other) return '';
  const place = sectionPlace(other.sentences[sentence]?.section ?? '');
  const how = similarity === 1 ? '相同' : `相近（${percent(similarity)}）`;
  return `与${nameOf(other.data)} ${place}${how}`;
}

/** Pairs of sentences, in the order of the first report that has them. */
export function renderShared(compared: ComparedReport[]): DocumentFragment {
  const all = document.createDocumentFragment();
  const pairs = compared.flatMap(({ shared }, report) =>
    shared.flatMap((counterparts, at) =>
      // Each pair once: from the report that stands first.
      counterparts.filter((other) => other.report > report).map((other) => ({ report, at, other })),
    ),
  );
  const summary =
    pairs.length === 0 ? '没有相同或相近的句子。' : `相同或相近的句子 ${pairs.length} 对。`;
  all.append(element('p', { class: 'hint' }, compared.length > 1 && summary));
  const items = pairs.slice(0, listed).map(({ report, at, other }) => {
    const side = (of: number, sentence: number) => {
      const { data, sentences } = compared[of] as ComparedReport;
      const { section = '', text = '' } = sentences[sentence] ?? {};
      const href = link(routes.section(data.id, section));
      return element(
        'p',
        {},
        element('a', { href }, `${nameOf(data)} ${sectionPlace(section)}`),
        ` ${text}`,
      );
    };
    const how = other.similarity === 1 ? '相同' : `相近 ${percent(other.similarity)}`;
    return element(
      'li',
      {},
      element('b', {}, how),
      side(report, at),
      side(other.report, other.sentence),
    );
  });
  all.append(element('ol', { class: 'shared-list' }, ...items));
  if (pairs.length > listed)
    all.append(element('p', { class: 'hint' }, `以上列出前 ${listed} 对。`));
  return all;
}
