/** The project's own collection, for tests that read it; none writes into it. */

import { readKnowledge } from '../scripts/convert/run.ts';
import { openCollection } from '../src/collection/files.ts';
import { programDir } from '../src/collection/program-dir.ts';
import { readSettings } from '../src/collection/settings.ts';

export const own = openCollection(readSettings({}, programDir));

/** Sources and annotations of the real reports. */
export const { sourcesDir } = own;

/** What reports are converted with. */
export const knowledge = readKnowledge(own);
