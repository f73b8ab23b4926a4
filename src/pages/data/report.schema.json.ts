import type { APIRoute } from 'astro';
import { reportSchema } from '../../open-data/schemas.ts';

/** JSON Schema of `data/reports/<id>.json`. */
export const GET: APIRoute = () => Response.json(reportSchema());
