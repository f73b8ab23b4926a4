/**
 * The 34 provinces, autonomous regions, municipalities and special administrative regions for the tile map:
 * first two digits of the GB/T 2260 code, row and column of the tile, one-character abbreviation, short name.
 */
export const provinces = [
  '11 36 京北京',
  '12 46 津天津',
  '13 35 冀河北',
  '14 34 晋山西',
  '15 24 蒙内蒙古',
  '21 37 辽辽宁',
  '22 28 吉吉林',
  '23 18 黑黑龙江',
  '31 57 沪上海',
  '32 56 苏江苏',
  '33 66 浙浙江',
  '34 55 皖安徽',
  '35 75 闽福建',
  '36 65 赣江西',
  '37 45 鲁山东',
  '41 44 豫河南',
  '42 54 鄂湖北',
  '43 64 湘湖南',
  '44 74 粤广东',
  '45 73 桂广西',
  '46 83 琼海南',
  '50 53 渝重庆',
  '51 52 川四川',
  '52 63 黔贵州',
  '53 62 云云南',
  '54 41 藏西藏',
  '61 43 陕陕西',
  '62 32 甘甘肃',
  '63 42 青青海',
  '64 33 宁宁夏',
  '65 31 新新疆',
  '71 77 台台湾',
  '81 85 港香港',
  '82 84 澳澳门',
].map((line) => {
  const [digits = '', place = '', names = ''] = line.split(' ');
  return { digits, row: place[0], column: place[1], sign: names[0], name: names.slice(1) };
});
