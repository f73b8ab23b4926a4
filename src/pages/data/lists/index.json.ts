import { listCounts } from '../../../corpus/lists.ts';

/** Numbers of reports by year, level, kind and province, for filters. */
export const GET = async () => Response.json(listCounts());
