/** The checkout of the program itself, absolute. Pages, which are bundled before they run, cannot know it: they are told. */
import path from 'node:path';

export const programDir = path.resolve(import.meta.dirname, '../..');
