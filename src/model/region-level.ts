/** Levels of regions: apart from the regions themselves, because browsers need no more of them. */
export const regionLevels = ['province', 'prefecture', 'county'] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** Level of a region by its code (GB/T 2260: two digits each of province, prefecture and county). */
export const levelOfCode = (code: string): RegionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';
