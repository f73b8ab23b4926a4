/** The regions that have reports, as a tree of provinces, prefectures and counties. */
import type { Report } from './reports.ts';

/** A region with reports of its own or below it. */
export interface Place {
  code: string;
  name: string;
  /** Codes from the province down to the place itself. */
  path: string[];
  children: Place[];
  /** Reports of the place itself. */
  own: Report[];
  /** Reports of the place and of everything below it. */
  all: Report[];
}

/** Code and name of every region on the path of a report, province first (GB/T 2260: 2 + 2 + 2 digits). */
export function regionPath(region: Report['data']['region']): { code: string; name: string }[] {
  const { code, path } = region;
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  return path.map((name, depth) => ({
    name,
    code: depth === path.length - 1 ? code : (above[depth] ?? code),
  }));
}

/** Every place that has reports, by code, in the order of codes. */
export function placesOf(reports: Report[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const report of reports) {
    let parent: Place | undefined;
    for (const { code, name } of regionPath(report.data.region)) {
      let place: Place | undefined = places.get(code);
      if (!place) {
        place = {
          code,
          name,
          path: [...(parent?.path ?? []), code],
          children: [],
          own: [],
          all: [],
        };
        places.set(code, place);
        parent?.children.push(place);
      }
      place.all.push(report);
      if (code === report.data.region.code) place.own.push(report);
      parent = place;
    }
  }
  const byCode = (a: Place, b: Place) => Number(a.code) - Number(b.code);
  for (const place of places.values()) place.children.sort(byCode);
  return new Map([...places.values()].sort(byCode).map((place) => [place.code, place]));
}
