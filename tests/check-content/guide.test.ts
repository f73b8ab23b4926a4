/** The editor's guide holds every key of the annotation and every rule. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withRuleList } from '../../scripts/check/rule-page.ts';
import { annotationSchema, readAnnotation } from '../../scripts/convert/editor/annotation.ts';
import { catalogue } from '../../scripts/convert/messages.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { own } from '../own.ts';

const guide = readFileSync(path.join(programDir, 'content/README.md'), 'utf8');
const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, yaml]) => yaml as string);

const slugs = (all: readonly { slug: string }[]) => all.map(({ slug }) => slug);

/** All keys of a JSON Schema, those of objects inside included. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

describe('content/README.md', () => {
  it('shows every key of report.yaml in an example', () => {
    const keys = new Set(
      keysOf(z.toJSONSchema(annotationSchema, { io: 'input', unrepresentable: 'any' })),
    );
    expect(keys.size).toBeGreaterThan(20);
    for (const key of keys)
      expect(
        examples.some((yaml) => new RegExp(`^[ -]*${key}:`, 'mu').test(yaml)),
        key,
      ).toBe(true);
  });

  it.each(examples)('gives an example that is accepted as it stands: %s', (yaml) => {
    const file = new VFile();
    const annotation = readAnnotation(yaml, file)?.value;
    expect(file.messages.map(String)).toEqual([]);
    const named = Object.values(annotation?.sections ?? {}).flatMap(({ themes }) => themes ?? []);
    expect(slugs(own.readThemes().themes)).toEqual(expect.arrayContaining(named));
    const indicators = (annotation?.indicators ?? []).map(({ slug }) => slug);
    expect(slugs(own.readCatalogues().indicators.definitions)).toEqual(
      expect.arrayContaining(indicators),
    );
  });

  it('lists every rule with what it expects', () => {
    for (const rule of Object.keys(catalogue)) expect(guide).toContain(`- \`${rule}\`（`);
    expect(withRuleList(guide), 'npm run docs').toBe(guide);
  });
});
