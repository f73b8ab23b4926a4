/** The whole corpus against its labels, half by half. */
import type { ReportFacts } from '../../../src/model/facts.ts';
import type { Section } from '../../../src/model/report.ts';
import type { Knowledge } from '../../convert/convert-report.ts';
import { measureChecks } from './checks.ts';
import { type Half, halves, type LabelledText, readHalf } from './corpus.ts';
import { measureDocuments } from './documents.ts';
import { measureIndicators, measureQuantities } from './figures.ts';
import { placesOf } from './match.ts';
import { measureMetadata, measureVerdict } from './metadata.ts';
import { measureOutline } from './outline.ts';
import { type Reading, readLabelledText } from './read-text.ts';
import { addTallies, Counter, type Tallies } from './tally.ts';

/** Figures of both halves, and what was missed or wrong, or right, in the open one. */
export interface CorpusFigures {
  tallies: Record<Half, Tallies>;
  remarks: string[];
  rights: string[];
}

const nothing: ReportFacts = { id: '', quantities: [], indicators: [], checks: [], documents: [] };

const chapterId = (id: string) => id.replace(/^b/u, 's');

/** Labels have no letter for the parts of a report: 第一部分 is a chapter there, `s1`. */
function partsAsChapters({ sections, facts }: NonNullable<Reading['report']>) {
  const renamed = (section: Section): Section => ({
    ...section,
    id: chapterId(section.id),
    children: section.children.map(renamed),
  });
  const moved = <Fact extends { section: string }>(all: Fact[]): Fact[] =>
    all.map((fact) => ({ ...fact, section: chapterId(fact.section) }));
  return {
    sections: sections.map(renamed),
    facts: {
      ...facts,
      quantities: moved(facts.quantities),
      indicators: moved(facts.indicators),
      checks: moved(facts.checks),
      documents: moved(facts.documents),
    },
  };
}

/** Counts what one reading has right and wrong. Of what is no report only the verdict counts. */
export function measureText({ name, labels }: LabelledText, reading: Reading): Counter {
  const counter = new Counter(name);
  measureVerdict(labels, reading, counter);
  if (labels.verdict === 'report' && labels.metadata)
    measureMetadata(labels.metadata, reading.detection, counter);
  if (labels.outline) {
    const { sections, facts } = reading.report
      ? partsAsChapters(reading.report)
      : { sections: [], facts: nothing };
    measureOutline(labels.outline, sections, counter);
    const places = placesOf(labels.outline, sections);
    measureQuantities(labels, facts, places, counter);
    measureIndicators(labels, facts, places, counter);
    measureChecks(labels, facts, places, counter);
    measureDocuments(labels, facts, places, counter);
  }
  return counter;
}

/** Reads and measures a text; a fault of the program in a sealed one is told without its words. */
async function measureOne(half: Half, text: LabelledText, knowledge: Knowledge): Promise<Counter> {
  try {
    return measureText(text, await readLabelledText(text, knowledge));
  } catch (error) {
    throw half === 'open' ? error : new Error('A text of the sealed half cannot be measured');
  }
}

/** Reads and measures all texts. Nothing of the sealed half but numbers leaves this function. */
export async function measureCorpus(knowledge: Knowledge): Promise<CorpusFigures> {
  const figures: CorpusFigures = { tallies: { open: {}, sealed: {} }, remarks: [], rights: [] };
  for (const half of halves) {
    const counters: Counter[] = [];
    for (const text of readHalf(half)) counters.push(await measureOne(half, text, knowledge));
    figures.tallies[half] = addTallies(counters.map(({ tallies }) => tallies));
    if (half === 'sealed') continue;
    figures.remarks = counters.flatMap(({ remarks }) => remarks);
    figures.rights = counters.flatMap(({ rights }) => rights);
  }
  return figures;
}
