/** Hosts of governments: gd.gov.cn and what lies under it belong to one province. */

/** First two digits of a province's code, and the label its government has under gov.cn. */
const labels: Record<string, string> = {
  beijing: '11',
  tj: '12',
  hebei: '13',
  shanxi: '14',
  nmg: '15',
  ln: '21',
  jl: '22',
  hlj: '23',
  sh: '31',
  shanghai: '31',
  jiangsu: '32',
  zj: '33',
  ah: '34',
  fujian: '35',
  jiangxi: '36',
  shandong: '37',
  henan: '41',
  hubei: '42',
  hunan: '43',
  gd: '44',
  gxzf: '45',
  hainan: '46',
  cq: '50',
  sc: '51',
  guizhou: '52',
  yn: '53',
  xizang: '54',
  shaanxi: '61',
  gansu: '62',
  qinghai: '63',
  nx: '64',
  xinjiang: '65',
};

/** Host of an address; empty where it is none. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Code of the province whose government a host belongs to. */
export function provinceOfHost(host: string): string | undefined {
  const digits = labels[/(?<![a-z])([a-z]+)\.gov\.cn$/u.exec(host)?.[1] ?? ''];
  return digits && `${digits}0000`;
}
