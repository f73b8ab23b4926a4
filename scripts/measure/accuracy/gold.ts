/** The hand-labelled quantities and indicator values, and how what is found is held against them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A labelled quantity, in the short form or spelled out. */
type Label = string | { exact: string; value: number; unit: string };

export interface GoldIndicator {
  slug: string;
  value: number;
  unit: string;
  section: string;
  quote: string;
  approx?: string;
  scope?: string;
  period?: string;
  /** Neither counted as found nor as missed. */
  either?: boolean;
}

export interface Gold {
  quantities: Record<string, Label[]>;
  either?: Record<string, Label[]>;
  indicators: GoldIndicator[];
}

/** The labelled reports of the project. */
export const goldDir = path.resolve(import.meta.dirname, '../../../tests/quantities/gold');

/** Ids of the reports that a folder holds labels of. */
export function goldIds(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

export function readGold(folder: string, id: string): Gold {
  return parse(readFileSync(path.join(folder, `${id}.yaml`), 'utf8')) as Gold;
}

/** Value and unit of a label: the short form is digits, scale, 余 and unit, read without the program's own grammar. */
export function labelled(label: Label): { exact: string; value: number; unit: string } {
  if (typeof label !== 'string') return label;
  const groups =
    /^(?:近|超过)?(?<digits>[\d.]+)(?<scale>[万亿]?)(?:余|多)?(?<unit>(?:[^\d.余多以][^\d余多以]*)?)(?:以上)?$/u.exec(
      label,
    )?.groups;
  const { digits = '', scale = '', unit = '' } = groups ?? {};
  if (unit === '元' && scale) return { exact: label, value: Number(digits), unit: scale + unit };
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return { exact: label, value: Number((Number(digits) * factor).toPrecision(12)), unit };
}
