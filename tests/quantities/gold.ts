/** The hand-labelled quantities and indicator values, and how what is found is held against them. */
import { readFileSync } from 'node:fs';
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

export const goldIds = ['152200-2021', '330182-2020', '530102-2020', '620524-2020', '632800-2020'];

export function readGold(id: string): Gold {
  return parse(readFileSync(path.join(import.meta.dirname, 'gold', `${id}.yaml`), 'utf8')) as Gold;
}

/** Value and unit of a label: the short form is digits, scale, 余 and unit, read without the program's own grammar. */
export function labelled(label: Label): { exact: string; value: number; unit: string } {
  if (typeof label !== 'string') return label;
  const groups =
    /^(?:近|超过)?(?<digits>[\d.]+)(?<scale>[万亿]?)(?:余|多)?(?<unit>[^\d余多以]*)(?:以上)?$/u.exec(
      label,
    )?.groups;
  const { digits = '', scale = '', unit = '' } = groups ?? {};
  if (unit === '元' && scale) return { exact: label, value: Number(digits), unit: scale + unit };
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return { exact: label, value: Number((Number(digits) * factor).toPrecision(12)), unit };
}
