/**
 * What a table lets a reader add up: a row or column of totals, and a column of changes beside two of years. Tables with
 * rows or columns that are parts of others (其中, 小计) are told only where they add up.
 */
import type { Quantity } from '../quantities/collect.ts';
import { totalWords } from '../quantities/tables.ts';
import { type Check, figure, rounded, sum } from './figures.ts';

type CellQuantity = Quantity & { cell: NonNullable<Quantity['cell']> };

const partOf = /其中|小计|^[（(]?(?:含|包括)/u;
const change = /增减|增长|增幅|同比|变化|升降|涨幅|降幅/u;
const year = /((?:19|20)\d\d)年?/u;
/** What does not add up. */
const shares = /^(?:%|‰|个?百分点|倍)$/u;
/** How far a total may be from its parts, as a share of it, to be held against them. */
const nearMiss = 0.2;

function sumCheck(total: CellQuantity, parts: readonly CellQuantity[]): Check {
  const computed = sum(parts.map(({ value }) => value));
  return {
    kind: 'table',
    verdict: computed === total.value ? 'agrees' : 'differs',
    stated: total.value,
    computed,
    formula: `${parts.map(figure).join('+')}=${computed}`,
    target: total,
    operands: [...parts],
  };
}

/** Of the same unit, or of none that the table says. */
const isLike = (a: Quantity, b: Quantity) => a.unit === b.unit || a.unit === '' || b.unit === '';

/** Totals along one direction of a table, of which each line of cells has at most one. */
function totalsOf(
  lines: readonly CellQuantity[][],
  headOf: (cell: CellQuantity) => string,
): Check[] {
  const checks: Check[] = [];
  let doubtful = false;
  for (const line of lines) {
    const totals = line.filter((each) => totalWords.test(headOf(each)));
    const [total] = totals;
    if (!total || totals.length > 1 || shares.test(total.unit)) continue;
    const others = line.filter((each) => each !== total && isLike(each, total));
    const parts = others.filter((each) => !partOf.test(headOf(each)) && !change.test(headOf(each)));
    if (parts.length < 2) continue;
    if (parts.length < line.length - 1) doubtful = true;
    checks.push(sumCheck(total, parts));
  }
  const differing = checks.filter(({ verdict }) => verdict === 'differs');
  const certain = (each: Check) =>
    !doubtful &&
    Math.abs(each.computed - each.stated) <= nearMiss * each.stated &&
    // The lines beside it add up, or it is the only one.
    (checks.length === 1 || differing.length < checks.length);
  return checks.filter((each) => each.verdict === 'agrees' || certain(each));
}

/** A change beside the figures of two years. */
function changesOf(rows: readonly CellQuantity[][]): Check[] {
  return rows.flatMap((row) => {
    const years = row
      .filter(
        ({ cell, unit }) =>
          year.test(cell.column) && !change.test(cell.column) && !shares.test(unit),
      )
      .sort((a, b) => yearOf(b) - yearOf(a));
    const [now, past] = years;
    if (!now || !past || years.length > 2 || now.unit !== past.unit || past.value <= 0) return [];
    return row.flatMap((each) => {
      if (!change.test(each.cell.column) || each === now || each === past) return [];
      const percent = each.unit === '%';
      if (!percent && each.unit !== now.unit) return [];
      const computed = percent ? (now.value / past.value - 1) * 100 : now.value - past.value;
      const place = percent ? 10 ** -each.decimals * 0.999 : 1e-9;
      const agrees = Math.abs(computed - each.value) < place;
      if (
        !agrees &&
        Math.abs(computed - each.value) > (percent ? 5 : nearMiss * Math.abs(each.value))
      )
        return [];
      const shown = rounded(computed, Math.max(each.decimals, agrees ? 0 : 1));
      const difference = `${figure(now)}-${figure(past)}`;
      return [
        {
          kind: 'growth' as const,
          verdict: agrees ? ('agrees' as const) : ('differs' as const),
          stated: each.value,
          computed: agrees ? each.value : shown,
          formula: percent ? `(${difference})÷${figure(past)}=${shown}%` : `${difference}=${shown}`,
          target: each,
          operands: [now, past],
        },
      ];
    });
  });
}

const yearOf = ({ cell }: CellQuantity) => Number(year.exec(cell.column)?.[1]);

/** What a column of rates is of, by its head: 结案率 of 结案. */
const shareHead = /占比|比重|比例|占[^率]{0,4}$/u;
const rateHead = /([^ ]{1,6})率/u;

/** Pairs of figures in a row that its rate may be of: a part of a total, or what was done of what was to be done. */
function termsOfRate(
  rate: CellQuantity,
  row: readonly CellQuantity[],
  total: readonly CellQuantity[],
): [CellQuantity, CellQuantity][] {
  const head = rate.cell.column || rate.cell.row;
  const counts = row.filter(({ unit }) => !shares.test(unit));
  if (shareHead.test(head))
    return counts.flatMap((part) => {
      const whole = total.find(({ cell }) => cell.at.column === part.cell.at.column);
      return whole && whole !== part ? [[part, whole] as [CellQuantity, CellQuantity]] : [];
    });
  const stem = rateHead.exec(head)?.[1]?.slice(-2);
  const done = stem ? counts.filter(({ cell }) => cell.column.includes(stem)) : [];
  return done.flatMap((part) =>
    counts
      .filter((whole) => whole !== part)
      .map((whole) => [part, whole] as [CellQuantity, CellQuantity]),
  );
}

/** Rates of a table that two of its figures give. */
function ratesOf(rows: readonly CellQuantity[][]): Check[] {
  const total = rows.find((row) => row.some(({ cell }) => totalWords.test(cell.row))) ?? [];
  return rows.flatMap((row) =>
    row.flatMap((rate) => {
      if (rate.unit !== '%' || change.test(rate.cell.column)) return [];
      const place = 10 ** -rate.decimals * 0.999;
      const percent = (part: CellQuantity, whole: CellQuantity) => (part.value / whole.value) * 100;
      const found = termsOfRate(rate, row, total).find(
        ([part, whole]) => whole.value > 0 && Math.abs(percent(part, whole) - rate.value) < place,
      );
      if (!found) return [];
      const [part, whole] = found;
      return [
        {
          kind: 'rate' as const,
          verdict: 'agrees' as const,
          stated: rate.value,
          computed: rate.value,
          formula: `${figure(part)}÷${figure(whole)}=${rounded(percent(part, whole), rate.decimals)}%`,
          target: rate,
          operands: found,
          ratio: [part.value, whole.value] as [number, number],
        },
      ];
    }),
  );
}

/** All relations of the tables of a passage. */
export function checkTables(quantities: readonly Quantity[]): Check[] {
  const cells = quantities.filter((each): each is CellQuantity => each.cell !== undefined);
  return [...Map.groupBy(cells, ({ cell }) => cell.at.table).values()].flatMap((table) => {
    const rows = [...Map.groupBy(table, ({ cell }) => cell.at.row).values()];
    const columns = [...Map.groupBy(table, ({ cell }) => cell.at.column).values()];
    return [
      ...totalsOf(columns, ({ cell }) => cell.row),
      ...totalsOf(rows, ({ cell }) => cell.column),
      ...changesOf(rows),
      ...ratesOf(rows),
    ];
  });
}
