import type { APIRoute } from 'astro';
import { reportsSchema } from '../../open-data/schemas.ts';

/** JSON Schema of `data/reports.json`. */
export const GET: APIRoute = () => Response.json(reportsSchema());
