/** A report under examination. */
import type { VFile } from 'vfile';
import type { Conversion } from '../convert/convert-report.ts';

export interface CheckedReport {
  id: string;
  /** The source and its messages. */
  source: VFile;
  /** `report.yaml` and its messages; the source itself where there is none. */
  annotation: VFile;
  /** Absent where a fault blocks the report. */
  output?: NonNullable<Conversion['output']>;
}
