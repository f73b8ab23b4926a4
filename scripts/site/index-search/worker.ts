/** A thread that indexes the reports for search. */
import { parentPort, workerData } from 'node:worker_threads';
import { type IndexOptions, indexSearch } from './index-search.ts';

parentPort?.postMessage(await indexSearch(workerData as IndexOptions));
