/** Shapes of the open data that are not already those of the model, and the JSON Schemas of all of it. */

import { z } from 'zod';
import { genre } from '../model/genre.ts';
import { reportData, reportFrontmatter, section } from '../model/report.ts';
import { innerFields, reportFields, summaryFields } from './data-dictionary.ts';

// The name sections have in the JSON Schema, where they refer to themselves.
z.globalRegistry.add(section, { id: 'section' });

/** One entry of `data/reports.json`: the metadata of a report without its text. */
export const reportSummary = z.object(
  reportFrontmatter.omit({ notes: true, redirects: true }).shape,
);

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema of one report. */
export function reportSchema(): JsonSchema {
  return describe(z.toJSONSchema(reportData), genre, reportFields);
}

/** JSON Schema of the list of reports. */
export function reportsSchema(): JsonSchema {
  return describe(z.toJSONSchema(z.array(reportSummary)), `${genre}目录`, summaryFields);
}

/** Writes descriptions into a schema; which dictionary holds them is told by a field all its objects have. */
function describe(schema: JsonSchema, title: string, top: Fields): JsonSchema {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node) annotate(node.properties as Properties, top);
    for (const value of Object.values(node)) visit(value);
  };
  visit(schema);
  return { ...schema, title };
}

type Fields = Record<string, string>;
type Properties = Record<string, { description?: string }>;

function annotate(properties: Properties, top: Fields): void {
  const inner = Object.entries(innerFields).find(([field]) => field in properties)?.[1];
  for (const [name, property] of Object.entries(properties)) {
    const description = (inner ?? top)[name];
    if (!description) throw new Error(`data-dictionary.ts 没有说明字段 ${name}`);
    property.description = description;
  }
}
