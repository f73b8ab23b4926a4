import type { APIRoute } from 'astro';
import { reportsSchema } from '../../open-data.ts';

/** JSON Schema of `data/reports.json`. */
export const GET: APIRoute = () => Response.json(reportsSchema());
