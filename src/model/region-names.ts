/** The names a region goes by besides its official one. */

/** Ethnic groups as they stand in the names of autonomous regions, prefectures and counties. */
const ethnicGroups =
  '各族|蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|' +
  '傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|' +
  '毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|保安族|裕固族|独龙族';
const autonomous = new RegExp(`^(.{2,}?)(?:${ethnicGroups})+自治(区|州|县|旗)$`);

/** Autonomous units whose whole name is that of an ethnic group: 东乡族自治县. */
const ethnicName = /^(.{2,}?)族?自治(县|旗)$/;

const ofProvince = /^(.{2,}?)(?:自治区|特别行政区)$/;
const zone = /^(.+?)(?:高新技术产业开发区|高技术产业开发区|经济技术开发区|经济开发区|技术开发区)$/;
const plain = /^(.{2,}?)(?:(?<=神农架)林区|特区|行政委员会|新区|地区|盟|[省市县区旗])$/;
/** Endings that say what an area is rather than where; it has no name without them. */
const generic = /(?:开发区|管理区|示范区|(?:工业|产业|技术|创意|现代)园区|矿区)$/;

/**
 * Short names of an official name, longest first: 海西蒙古族藏族自治州 → 海西州, 海西; 五华区 → 五华; 内蒙古自治区 →
 * 内蒙古. Empty where no short name is in use (赵县). Several regions may share a short name.
 */
export function shortNames(name: string): string[] {
  if (name === '内蒙古自治区') return ['内蒙古'];
  const ethnic = autonomous.exec(name) ?? (/自治[县旗]$/.test(name) ? ethnicName.exec(name) : null);
  if (ethnic) {
    const [, base = '', unit = ''] = ethnic;
    return unit === '区' ? [base] : [base + unit, base];
  }
  const province = ofProvince.exec(name);
  if (province?.[1]) return [province[1]];
  const developed = zone.exec(name);
  if (developed?.[1]) return [developed[1] + (name.includes('高') ? '高新区' : '经开区')];
  if (generic.test(name)) return [];
  const stem = plain.exec(name)?.[1];
  return stem ? [stem] : [];
}
