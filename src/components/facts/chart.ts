/** Charts of indicators: static SVG, drawn at build time, in colours of the page's own style sheet. */
import domino from '@mixmark-io/domino';
import * as Plot from '@observablehq/plot';

/** One value of a chart. */
export interface ChartPoint {
  /** Who reports it, as readers see it. */
  label: string;
  year: number;
  value: number;
  /** The value with its unit. */
  words: string;
  /** The value is certain; uncertain ones are drawn hollow. */
  certain: boolean;
}

/** How values are drawn: a bar each, a dot each, or where most of them lie in each year. */
export type ChartForm = 'bars' | 'dots' | 'spread';

/** The form for so many values: an image must not grow with the collection. */
export function chartForm(values: number): ChartForm {
  if (values <= 60) return 'bars';
  return values <= 500 ? 'dots' : 'spread';
}

/** Styled by `facts.css`: an image brings no styles of its own into the page. */
const className = 'plot';
const bar = 'var(--color-link)';

/** Characters of Chinese are as wide as high: what a label needs at the left. */
const widthOf = (label: string) =>
  [...label].reduce((width, sign) => width + (/[\u0020-\u007e]/.test(sign) ? 7.5 : 13), 0);

function bars(points: readonly ChartPoint[], unit: string, document: unknown): Plot.PlotOptions {
  const sorted = [...points].sort((a, b) => b.value - a.value);
  // Two values of one label would share a bar: invisible signs keep them apart.
  const rows = sorted.map((point, index) => ({
    ...point,
    row:
      point.label +
      '\u200b'.repeat(sorted.slice(0, index).filter(({ label }) => label === point.label).length),
  }));
  const largest = Math.max(...rows.map(({ value }) => value), 0);
  return {
    document: document as Document,
    className,
    width: 640,
    height: rows.length * 30 + 56,
    marginLeft: Math.min(230, Math.max(...rows.map(({ label }) => widthOf(label))) + 16),
    marginRight: Math.max(...rows.map(({ words }) => widthOf(words))) + 16,
    marginBottom: 40,
    x: {
      label: unit,
      grid: true,
      ticks: 5,
      domain: [0, unit === '%' ? 100 : largest || 1],
      labelArrow: 'none',
    },
    y: { label: null, domain: rows.map(({ row }) => row), tickSize: 0 },
    marks: [
      Plot.barX(rows, {
        y: 'row',
        x: 'value',
        fill: (point: ChartPoint) => (point.certain ? bar : 'none'),
        stroke: bar,
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.text(rows, {
        y: 'row',
        x: 'value',
        text: 'words',
        dx: 6,
        textAnchor: 'start',
        fill: 'var(--color-text)',
      }),
      Plot.ruleX([0], { stroke: 'var(--color-muted)' }),
    ],
  };
}

/** A line in each year from one percentile of its values to another. */
function range(
  points: readonly ChartPoint[],
  from: 'p10' | 'p25',
  to: 'p75' | 'p90',
  width: number,
) {
  const values = { x: 'year', y1: 'value', y2: 'value' };
  const style = { stroke: bar, strokeWidth: width, strokeOpacity: 0.5 };
  return Plot.ruleX(points, Plot.groupX({ y1: from, y2: to }, { ...values, ...style }));
}

function byYear(points: readonly ChartPoint[], unit: string, document: unknown): Plot.PlotOptions {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    document: document as Document,
    className,
    width: 640,
    height: 360,
    marginLeft: 72,
    marginBottom: 48,
    x: {
      label: '报告年度',
      labelOffset: 44,
      domain: years,
      tickFormat: String,
      type: 'band',
      labelArrow: 'none',
    },
    y: {
      label: unit,
      grid: true,
      type: unit === '%' ? 'linear' : 'symlog',
      ticks: 6,
      labelArrow: 'none',
    },
    marks: [
      ...(chartForm(points.length) === 'dots'
        ? [Plot.dot(points, { x: 'year', y: 'value', r: 2.5, fill: bar, fillOpacity: 0.35 })]
        : [range(points, 'p10', 'p90', 2), range(points, 'p25', 'p75', 14)]),
      Plot.tickY(
        points,
        Plot.groupX(
          { y: 'median' },
          { x: 'year', y: 'value', stroke: 'var(--color-accent)', strokeWidth: 3 },
        ),
      ),
    ],
  };
}

/**
 * An SVG of the values of one indicator in one unit.
 * @param name what the chart shows, for readers who hear it
 */
export function indicatorChart(points: readonly ChartPoint[], unit: string, name: string): string {
  const document = domino.createDocument('');
  const draw = chartForm(points.length) === 'bars' ? bars : byYear;
  const svg = Plot.plot(draw(points, unit, document));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.querySelector('style')?.remove();
  // The image has one name; its parts must have none.
  return svg.outerHTML
    .replace(/ font-family="[^"]*"/, '')
    .replace(/(<g) aria-label="[^"]*"/g, '$1');
}
