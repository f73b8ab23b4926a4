/** A thread that converts the reports it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCollection } from '../../src/collection/files.ts';
import { type ConversionShare, convertOne, readKnowledge } from './run.ts';

const { place, ids } = workerData as ConversionShare;
const collection = openCollection(place);
const knowledge = readKnowledge(collection);
parentPort?.postMessage(ids.map((id) => convertOne(collection, id, knowledge)));
