/** The reports of the project with hand-made quantities and values of indicators, and how much of these is read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { programDir } from '../../../src/collection/program-dir.ts';
import type { ReportFacts } from '../../../src/model/facts.ts';
import { convertReport, type Knowledge } from '../../convert/convert-report.ts';
import { formatMessages } from '../../convert/messages.ts';
import { measureIndicators, measureQuantities } from './figures.ts';
import type { Labels } from './labels.ts';
import { addTallies, Counter, type Tally } from './tally.ts';

type Quantity = NonNullable<Labels['quantities']>[string][number];
type Indicator = NonNullable<Labels['indicators']>[number];

export interface Gold {
  quantities: Record<string, Quantity[]>;
  /** Quantities that are neither demanded nor wrong. */
  either?: Record<string, (string | { exact: string; value: number; unit: string })[]>;
  indicators: (Indicator & { approx?: string; scope?: string; period?: string })[];
}

/** A report with its labels and what is read out of its source, whatever an editor says but headings left out. */
export interface LabelledReport {
  gold: Gold;
  facts: ReportFacts;
}

/** The labelled reports of the project. */
export const goldDir = path.join(programDir, 'tests/quantities/gold');

/** @throws when a source is missing or does not convert */
function factsOf(folder: string, id: string, knowledge: Knowledge): ReportFacts {
  const beside = path.join(folder, `${id}.txt`);
  const own = path.join(programDir, 'content/sources', id, 'source.txt');
  const sourcePath = existsSync(beside) ? beside : own;
  const annotationPath = path.join(path.dirname(sourcePath), 'report.yaml');
  const source = readFileSync(sourcePath);
  const { files, output } = convertReport({ id, source, sourcePath, annotationPath }, knowledge);
  if (!output?.facts) throw new Error(`${id} 未能转换：\n${formatMessages(files)}`);
  return output.facts;
}

/** Reads all reports that a folder has labels of, `<id>.yaml`; sources lie beside them or are the project's own. */
export function readGold(folder: string, knowledge: Knowledge): LabelledReport[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => ({
    gold: parse(readFileSync(path.join(folder, name), 'utf8')) as Gold,
    facts: factsOf(folder, path.parse(name).name, knowledge),
  }));
}

/** Labels of the project say the section exactly. */
const places = { agree: (label: string, fact: string) => label === fact, isRead: () => true };

/** What was counted in labelled reports, and what was missed or wrong. */
export interface GoldFigures {
  quantities: Tally;
  indicators: Tally;
  remarks: string[];
}

/** Counts quantities and values of indicators that are read as they are labelled. */
export function measureGold(reports: readonly LabelledReport[]): GoldFigures {
  const counters = reports.map(({ gold, facts }) => {
    const counter = new Counter(facts.id);
    const quantities = { ...gold.quantities };
    for (const [section, labels] of Object.entries(gold.either ?? {}))
      quantities[section] = [
        ...(quantities[section] ?? []),
        ...labels.map((label) => ({
          ...(typeof label === 'string' ? { exact: label } : label),
          either: true as const,
        })),
      ];
    measureQuantities({ quantities }, facts, places, counter);
    measureIndicators({ indicators: gold.indicators }, facts, places, counter);
    return counter;
  });
  const { 'quantities.prose': quantities = none, 'indicators.all': indicators = none } = addTallies(
    counters.map(({ tallies }) => tallies),
  );
  return { quantities, indicators, remarks: counters.flatMap(({ remarks }) => remarks) };
}

const none: Tally = { labelled: 0, right: 0, wrong: 0, missing: 0 };

/** The least that is accepted. */
const required = { quantityRecall: 0.99, indicatorPrecision: 0.97, indicatorRecall: 0.9 };

/** What is read less well than is required, in words. */
export function belowRequired({ quantities, indicators }: GoldFigures): string[] {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const reached: Record<keyof typeof required, number> = {
    quantityRecall: share(quantities.right, quantities.labelled),
    indicatorPrecision: share(indicators.right, indicators.right + indicators.wrong),
    indicatorRecall: share(indicators.right, indicators.labelled),
  };
  return (Object.keys(required) as (keyof typeof required)[]).flatMap((name) =>
    reached[name] < required[name] ? [`${name} ${reached[name]} < ${required[name]}`] : [],
  );
}
