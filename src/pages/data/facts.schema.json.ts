import type { APIRoute } from 'astro';
import { z } from 'zod';
import { reportFacts } from '../../model/facts.ts';

/** JSON Schema of `data/facts/<id>.json`. */
export const GET: APIRoute = () => Response.json(z.toJSONSchema(reportFacts));
