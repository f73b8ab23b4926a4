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
  /** Address of its sentence. */
  href: string;
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
const stroke = 'var(--color-link)';

/** A line in each year from one percentile of its values to another. */
function range(
  points: readonly ChartPoint[],
  from: 'p10' | 'p25',
  to: 'p75' | 'p90',
  width: number,
) {
  const values = { x: 'year', y1: 'value', y2: 'value' };
  const style = { stroke, strokeWidth: width, strokeOpacity: 0.5 };
  return Plot.ruleX(points, Plot.groupX({ y1: from, y2: to }, { ...values, ...style }));
}

/** Whether values are drawn on a logarithmic scale; readers are told. */
export const isLogarithmic = (unit: string) => unit !== '%';

/** Of 0, 1, 2, 5, 10, 20 … those from below the least value to above the largest: all of the axis is labelled. */
export function logarithmicTicks(least: number, largest: number): number[] {
  const ticks = [0];
  for (let power = 1; (ticks.at(-1) ?? 0) < largest; power *= 10)
    ticks.push(power, 2 * power, 5 * power);
  const first = ticks.findLastIndex((tick) => tick <= least);
  const last = ticks.findIndex((tick) => tick >= largest);
  return ticks.slice(Math.max(0, first), last + 1);
}

const largestOf = (points: readonly ChartPoint[]) =>
  points.reduce((most, { value }) => Math.max(most, value), 0);

/**
 * An SVG of many values of one indicator in one unit, by year.
 * @param name what the chart shows, for readers who hear it
 * @param width in pixels: a window's narrower than that gets an image of its own, for letters do not shrink
 */
export function chartByYear(
  points: readonly ChartPoint[],
  unit: string,
  name: string,
  width: number,
): string {
  const least = points.reduce((value, point) => Math.min(value, point.value), largestOf(points));
  const ticks = logarithmicTicks(least, largestOf(points));
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const svg = Plot.plot({
    document: domino.createDocument('') as unknown as Document,
    className,
    width,
    height: 380,
    marginLeft: 60,
    x: { label: null, domain: years, tickFormat: String, type: 'band' },
    y: isLogarithmic(unit)
      ? { label: null, grid: true, type: 'symlog', ticks, domain: [ticks[0], ticks.at(-1)] }
      : { label: null, grid: true, domain: [0, Math.max(100, largestOf(points))] },
    marks: [
      ...(unit === '%' && largestOf(points) > 100
        ? [Plot.ruleY([100], { stroke: 'var(--color-muted)', strokeDasharray: '4 3' })]
        : []),
      ...(chartForm(points.length) === 'dots'
        ? [Plot.dot(points, { x: 'year', y: 'value', r: 2.5, fill: stroke, fillOpacity: 0.35 })]
        : [range(points, 'p10', 'p90', 2), range(points, 'p25', 'p75', 14)]),
      Plot.tickY(
        points,
        Plot.groupX(
          { y: 'median' },
          { x: 'year', y: 'value', stroke: 'var(--color-accent)', strokeWidth: 3 },
        ),
      ),
    ],
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.querySelector('style')?.remove();
  // The image has one name; its parts must have none.
  return svg.outerHTML
    .replace(/ font-family="[^"]*"/, '')
    .replace(/(<g) aria-label="[^"]*"/g, '$1');
}
