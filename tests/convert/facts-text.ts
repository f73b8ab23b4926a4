/** The facts of a report as text that a person can read and check: one line for each. */
import type { ReportFacts } from '../../src/model/facts.ts';

export function factsText({ quantities, indicators, checks, documents }: ReportFacts): string {
  const lines = [
    ...quantities.map(
      ({ section, exact, value, max, unit, approx, noun }) =>
        `figure ${section}: ${exact} = ${value}${max === null ? '' : `–${max}`} ${unit}${approx ? ` ${approx}` : ''} (${noun})`,
    ),
    ...indicators.map(
      ({ section, slug, value, unit, status }) =>
        `indicator ${section}: ${slug} = ${value} ${unit}, ${status}`,
    ),
    ...checks.map(
      ({ section, kind, formula, verdict }) => `check ${section}: ${kind} ${formula}, ${verdict}`,
    ),
    ...documents.map(
      ({ section, name, slug, kind }) => `document ${section}: ${name} = ${slug}, ${kind}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
