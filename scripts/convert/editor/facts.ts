/** What an editor says of values and recomputed figures: confirmed, corrected, rejected, explained, dismissed. */
import type { VFile } from 'vfile';
import type {
  CheckFact,
  IndicatorValue,
  QuantityFact,
  ReportFacts,
} from '../../../src/model/facts.ts';
import type { Indicators } from '../../../src/model/indicators.ts';
import { report } from '../messages.ts';
import { blockStarts } from '../resolve/places.ts';
import type { ResolvedNode } from '../types.ts';
import type { LocatedAnnotation } from './annotation.ts';
import { type Anchor, locateOnce, type Quote } from './quotes.ts';

/** Finds the quantity an editor's quote is about: the last one it holds. */
export class QuantityPlaces {
  readonly #nodes: readonly ResolvedNode[];
  readonly #quantities: readonly QuantityFact[];
  readonly #starts: ReadonlyMap<string, readonly number[]>;

  constructor(nodes: readonly ResolvedNode[], quantities: readonly QuantityFact[]) {
    this.#nodes = nodes;
    this.#quantities = quantities;
    this.#starts = blockStarts(nodes);
  }

  /** Where the words of an editor stand; a message where they stand nowhere or twice. */
  locate(
    quote: Quote,
    file: VFile,
    annotation: LocatedAnnotation,
    path: PropertyKey[],
  ): Anchor | undefined {
    return locateOnce(this.#nodes, quote, file, annotation, path);
  }

  /** Index of the last quantity within the quoted words; undefined where they hold none. */
  quantityIn(anchor: Anchor, exact: string): number | undefined {
    const starts = this.#starts.get(anchor.section) ?? [];
    const field = anchor.block < 0 ? 'heading' : 'text';
    const end = (anchor.block < 0 ? 0 : (starts[anchor.block] ?? 0)) + anchor.end;
    const index = this.#quantities.findLastIndex(
      (quantity) =>
        quantity.section === anchor.section && quantity.field === field && quantity.end <= end,
    );
    const found = this.#quantities[index];
    const bare = (text: string) => text.replace(/\s/gu, '');
    return found && bare(exact).includes(bare(found.exact)) ? index : undefined;
  }
}

/** Values of the indicators as an editor left them, in reading order. */
export function applyIndicators(
  facts: ReportFacts,
  places: QuantityPlaces,
  { definitions }: Indicators,
  annotation: LocatedAnnotation,
  file: VFile,
): IndicatorValue[] {
  const values: (IndicatorValue | undefined)[] = [...facts.indicators];
  for (const [index, entry] of (annotation.value.indicators ?? []).entries()) {
    const path = ['indicators', index];
    if (!definitions.some(({ slug }) => slug === entry.slug)) {
      report(file, 'indicator-unknown', annotation.placeOf([...path, 'slug']), {
        slug: entry.slug,
        expected: definitions
          .slice(0, 6)
          .map(({ slug }) => slug)
          .join('、'),
      });
      continue;
    }
    const anchor = places.locate(entry, file, annotation, path);
    if (!anchor) continue;
    const quantity = places.quantityIn(anchor, entry.exact) ?? null;
    const at = values.findIndex(
      (value) => value?.slug === entry.slug && value.quantity === quantity && quantity !== null,
    );
    const found = values[at];
    const place = annotation.placeOf([...path, 'exact']);
    if (entry.reject) {
      if (found) values[at] = undefined;
      else report(file, 'indicator-not-found', place, { exact: entry.exact, slug: entry.slug });
      continue;
    }
    const read = quantity === null ? undefined : facts.quantities[quantity];
    const value = entry.value ?? found?.value ?? read?.value;
    const unit = entry.unit ?? found?.unit ?? read?.unit;
    if (value === undefined || unit === undefined) {
      report(file, 'indicator-without-value', place, { exact: entry.exact });
      continue;
    }
    const same = found !== undefined && value === found.value && unit === found.unit;
    const stated: IndicatorValue = {
      slug: entry.slug,
      quantity,
      value,
      unit,
      approx: found?.approx ?? read?.approx ?? null,
      scope: entry.scope ?? found?.scope ?? read?.scope ?? null,
      period: entry.period ?? found?.period ?? read?.period ?? null,
      aspect: entry.aspect ?? found?.aspect ?? null,
      numerator: found?.numerator ?? null,
      denominator: found?.denominator ?? null,
      section: anchor.section,
      quote: found?.quote ?? read?.quote ?? entry.exact,
      status: same ? 'confirmed' : 'corrected',
      note: entry.note ?? null,
    };
    if (at >= 0) values[at] = stated;
    else values.push(stated);
  }
  return values.filter((value) => value !== undefined);
}

/** Recomputed figures without those an editor dismissed, with the explanations an editor gave. */
export function applyChecks(
  facts: ReportFacts,
  places: QuantityPlaces,
  annotation: LocatedAnnotation,
  file: VFile,
): CheckFact[] {
  let checks = facts.checks;
  for (const [index, entry] of (annotation.value.checks ?? []).entries()) {
    const path = ['checks', index];
    const anchor = places.locate(entry, file, annotation, path);
    if (!anchor) continue;
    const quantity = places.quantityIn(anchor, entry.exact);
    const meant = (check: CheckFact) =>
      check.quantity === quantity && (entry.kind === undefined || entry.kind === check.kind);
    if (!checks.some(meant)) {
      report(file, 'check-not-found', annotation.placeOf([...path, 'exact']), {
        exact: entry.exact,
      });
      continue;
    }
    checks = checks.flatMap((check) => {
      if (!meant(check)) return [check];
      return entry.dismiss ? [] : [{ ...check, note: entry.note ?? null }];
    });
  }
  return checks;
}
