/** Whose report a report is, and which reports stand near it. */

import { levelOfCode } from '../model/region-level.ts';
import { reportIdPattern } from '../model/report-id.ts';
import { allReports, type Report } from './reports.ts';
import { once } from './site.ts';

/** Reports near a report, of the same year where there are enough. */
export interface Surroundings {
  /** Reports of the same body, oldest first, the report itself among them. */
  body: Report[];
  /** Reports of other bodies of the same prefecture. */
  prefecture: Report[];
  /** Reports of bodies of the same level elsewhere, those of the same province first. */
  level: Report[];
}

/** Most reports a list of neighbours holds. */
const most = 6;

/** Key of the body a report is of: a region's government, or one of its departments or townships. */
export function bodyOf({ id, data }: Report): string {
  if (data.kind === 'government') return data.region.code;
  const suffix = reportIdPattern.exec(id)?.groups?.['suffix'];
  return `${data.region.code} ${suffix ?? data.issuer ?? ''}`;
}

/** Where the neighbours of a report are looked for, the nearest place first. */
function placesNear({ data: { region, year, kind } }: Report): string[] {
  const level = `${kind} ${levelOfCode(region.code)}`;
  const province = region.code.slice(0, 2);
  return [`${level} ${province} ${year}`, `${level} ${province}`, `${level} ${year}`];
}

function multimap(keysOf: (report: Report) => string[], reports: Report[]): Map<string, Report[]> {
  const map = new Map<string, Report[]>();
  for (const report of reports)
    for (const key of keysOf(report)) {
      const list = map.get(key);
      if (list) list.push(report);
      else map.set(key, [report]);
    }
  return map;
}

interface Index {
  bodies: Map<string, Report[]>;
  prefectures: Map<string, Report[]>;
  levels: Map<string, Report[]>;
}
const index = once((): Index => {
  const reports = allReports();
  const prefecture = ({ data }: Report) => [data.region.code.slice(0, 4)];
  return {
    bodies: multimap((report) => [bodyOf(report)], reports),
    prefectures: multimap(prefecture, reports),
    levels: multimap(placesNear, reports),
  };
});

/** The surroundings of a report. */
export function surroundings(report: Report): Surroundings {
  const { bodies, prefectures, levels } = index();
  const { code } = report.data.region;
  const body = bodyOf(report);
  const otherYear = ({ data }: Report) => Number(data.year !== report.data.year);
  const prefecture = /0{4}$/.test(code)
    ? []
    : (prefectures.get(code.slice(0, 4)) ?? [])
        .filter((other) => bodyOf(other) !== body)
        .sort((a, b) => otherYear(a) - otherYear(b))
        .slice(0, most);
  const level = placesNear(report)
    .flatMap((place) => (levels.get(place) ?? []).slice(0, 4 * most))
    .filter((other) => bodyOf(other) !== body && !prefecture.includes(other));
  return {
    body: (bodies.get(body) ?? []).toSorted((a, b) => a.data.year - b.data.year),
    prefecture,
    level: [...new Set(level)].slice(0, most),
  };
}
