/** What the program says of a text of the corpus, given the file alone, as on import. */
import type { ReportFacts } from '../../../src/model/facts.ts';
import type { Section } from '../../../src/model/report.ts';
import { convertReport, type Knowledge } from '../../convert/convert-report.ts';
import { headingsText } from '../../import/annotation-text.ts';
import type { ExtractedDocument } from '../../import/read/document.ts';
import { readBytes } from '../../import/read/read-document.ts';
import { readSafely } from '../../import/read/read-safely.ts';
import { judgeReport } from '../../import/recognise/judge-report.ts';
import { type Detection, type Recognition, recognise } from '../../import/recognise/recognise.ts';
import { Refusal } from '../../import/refusal.ts';
import type { LabelledText } from './corpus.ts';

/** What an import would know of a text. */
export interface Reading {
  verdict: 'report' | 'not-report';
  /** Rule that the import refuses the text by, or asks. */
  refusedBy?: string;
  /** Absent where the file cannot be read. */
  detection?: Detection;
  /** Absent where only the beginning was labelled, or the text does not convert. */
  report?: { sections: Section[]; facts: ReportFacts };
}

/** The year in which the corpus is read, whenever that is: what a text says must not depend on the clock. */
const now = 2026;
/** Stand in where neither the program nor a reader knows: a conversion needs an id. */
const anyRegion = '110000';
const anyYear = 2023;

function convert(
  document: ExtractedDocument,
  { detection }: Recognition,
  { name, labels }: LabelledText,
  knowledge: Knowledge,
): Pick<Reading, 'report'> {
  const region = detection.region?.code ?? labels.metadata?.region ?? anyRegion;
  const year = detection.year ?? labels.metadata?.year ?? anyYear;
  const { output } = convertReport(
    {
      id: `${region}-${year}`,
      source: new TextEncoder().encode(document.text),
      annotation: headingsText(document),
      sourcePath: name,
      annotationPath: name,
    },
    knowledge,
  );
  return output?.facts ? { report: { sections: output.data.sections, facts: output.facts } } : {};
}

/** Reads a text as an import does. A region or year that the program does not find is taken from the labels. */
export async function readLabelledText(
  labelled: LabelledText,
  knowledge: Knowledge,
): Promise<Reading> {
  try {
    const document = await readSafely(readBytes(labelled.file), labelled.file);
    const recognition = recognise(document.text, document.hints, knowledge, {}, now);
    const doubt = judgeReport(recognition);
    return {
      verdict: doubt ? 'not-report' : 'report',
      ...(doubt ? { refusedBy: doubt.rule } : {}),
      detection: recognition.detection,
      ...(labelled.labels.outline ? convert(document, recognition, labelled, knowledge) : {}),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { verdict: 'not-report', refusedBy: error.rule };
  }
}
