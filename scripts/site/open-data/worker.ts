/** A thread that writes the open data of a site. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeOpenData } from './write.ts';

writeOpenData(workerData as string);
parentPort?.postMessage('written');
