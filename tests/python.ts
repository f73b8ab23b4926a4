/** The Python 3 of the machine, which runs one of the servers in the zip. */
import { spawnSync } from 'node:child_process';

const found = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys; assert sys.version_info >= (3, 6)']).status === 0,
);
if (found === undefined)
  throw new Error('Python 3.6 or later is needed to test the server that comes with the zip.');

/** Its command. Machines without it fail the tests that import this, so that none is left out in silence. */
export const python = found;
