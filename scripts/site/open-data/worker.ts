/** A thread that writes the open data of a site. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CollectionPlace, openCollection } from '../../../src/collection/files.ts';
import { writeOpenData } from './write.ts';

const { place, siteDir } = workerData as { place: CollectionPlace; siteDir: string };
writeOpenData(openCollection(place), siteDir);
parentPort?.postMessage('written');
