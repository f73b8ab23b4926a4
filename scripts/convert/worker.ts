/** A thread that converts the reports it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { convertOne, readKnowledge } from './run.ts';

const knowledge = readKnowledge();
parentPort?.postMessage((workerData as string[]).map((id) => convertOne(id, knowledge)));
