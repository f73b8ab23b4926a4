/** The record of a conversion: what was detected and from which line, what an editor said, what was concluded. */

import type { Region } from '../../../src/model/regions.ts';
import type { FurnitureLine, ReportFrontmatter } from '../../../src/model/report.ts';
import type { LocatedAnnotation } from '../editor/annotation.ts';
import type { ReportTree } from '../parse/types.ts';
import { titlesOf, topSections, walkSections } from '../parse/walk.ts';
import type { Metadata } from '../resolve/metadata.ts';
import type { ResolvedData } from '../types.ts';

/** Origin of one field. `line` is a line of the source where detected, of `report.yaml` where overridden. */
export interface FieldRecord {
  value: string | number | null;
  origin: 'id' | 'detected' | 'overridden' | 'composed' | 'absent';
  line: number | null;
  /** What the program found, where an editor overrode it. */
  detected?: string | number | null;
}

export interface ConversionRecord {
  id: string;
  /** SHA-256 of the source file. */
  sha256: string;
  fields: Record<string, FieldRecord>;
  /** Region the text seems to speak of, to be held against the id. */
  detectedRegion: { code: string | null };
  furniture: FurnitureLine[];
  /** Sections whose number was lost in the source. */
  inferred: { id: string; line: number }[];
  /** Sections with a heading, part or themes from an editor. */
  editorial: { id: string; heading: string }[];
  redirects: Record<string, string>;
}

const fieldNames = [
  'title',
  'issuer',
  'addressee',
  'publisher',
  'kind',
  'published',
  'signed',
  'documentNumber',
  'indexNumber',
  'source',
  'url',
] as const;

/** The bodies that report in one line. */
function issuerOf({ issuers }: Metadata) {
  const [first] = issuers;
  return first ? { ...first, value: issuers.map(({ value }) => value).join('、') } : null;
}

/** Puts the record of one report together. */
export function makeRecord(
  report: ReportFrontmatter,
  furniture: FurnitureLine[],
  metadata: Metadata,
  annotation: LocatedAnnotation,
  detected: { region: Region | null },
  tree: ReportTree<ResolvedData>,
): ConversionRecord {
  const titleLine = titlesOf(tree)[0]?.position.start.line ?? null;
  const field = (name: (typeof fieldNames)[number]): FieldRecord => {
    const value = report[name];
    const found =
      name === 'url'
        ? null
        : name === 'kind'
          ? { value: metadata.kind, line: null }
          : name === 'issuer'
            ? issuerOf(metadata)
            : metadata[name];
    const said =
      name === 'issuer' && annotation.value.issuers !== undefined ? ('issuers' as const) : name;
    if (annotation.value[said] !== undefined) {
      return {
        value,
        origin: 'overridden',
        line: annotation.placeOf([said]).line,
        detected: found?.value ?? null,
      };
    }
    if (found) return { value, origin: 'detected', line: found.line };
    if (name === 'title') return { value, origin: 'composed', line: titleLine };
    return { value, origin: 'absent', line: null };
  };
  const all = [...walkSections(topSections(tree))];
  return {
    id: report.id,
    sha256: report.sha256,
    fields: {
      ...Object.fromEntries(fieldNames.map((name) => [name, field(name)])),
      region: { value: report.region.code, origin: 'id', line: null },
      year: {
        value: report.year,
        origin: 'id',
        line: null,
        detected: metadata.year?.value ?? null,
      },
    },
    detectedRegion: { code: detected.region?.code ?? null },
    furniture,
    inferred: all
      .filter((node) => node.inferred)
      .map(({ id, position }) => ({
        id,
        line: position.start.line,
      })),
    editorial: all.flatMap(({ id, editorialHeading }) =>
      editorialHeading === null ? [] : [{ id, heading: editorialHeading }],
    ),
    redirects: report.redirects,
  };
}
