import { describe, expect, test } from 'vitest';
import { shortNames } from '../../src/model/region-names.ts';
import { existsIn, parseDivisions, parseRegions, Regions } from '../../src/model/regions.ts';
import { knowledge } from '../own.ts';

const { regions } = knowledge;
const pathOf = (code: string) => regions.regionByCode(code)?.path.join(' / ');

describe('regionByCode', () => {
  test.each([
    ['530102', '云南省 / 昆明市 / 五华区'],
    ['441424', '广东省 / 梅州市 / 五华县'],
    ['152200', '内蒙古自治区 / 兴安盟'],
    ['632800', '青海省 / 海西蒙古族藏族自治州'],
    ['110105', '北京市 / 朝阳区'],
    ['500240', '重庆市 / 石柱土家族自治县'],
    ['419001', '河南省 / 济源市'],
    ['441900', '广东省 / 东莞市'],
    ['460400', '海南省 / 儋州市'],
    ['620200', '甘肃省 / 嘉峪关市'],
    ['659001', '新疆维吾尔自治区 / 石河子市'],
    ['652301', '新疆维吾尔自治区 / 昌吉回族自治州 / 昌吉市'],
    ['330113', '浙江省 / 杭州市 / 临平区'],
    ['330104', '浙江省 / 杭州市 / 江干区'],
    ['710000', '台湾省'],
    ['810000', '香港特别行政区'],
    ['820000', '澳门特别行政区'],
  ])('%s is %s', (code, path) => {
    expect(pathOf(code)).toBe(path);
  });

  test.each(['999999', '110100', '419000', '620201', '53010', 'toString', ''])(
    'knows no %s',
    (code) => {
      expect(regions.regionByCode(code)).toBeUndefined();
    },
  );
});

test('hierarchy', () => {
  expect(regions.provinces()).toHaveLength(34);
  expect(regions.parentOf('530102')?.code).toBe('530100');
  expect(regions.parentOf('419001')?.code).toBe('410000');
  expect(regions.parentOf('530000')).toBeUndefined();
  expect(regions.childrenOf('152200').map(({ name }) => name)).toEqual([
    '乌兰浩特市',
    '阿尔山市',
    '科尔沁右翼前旗',
    '科尔沁右翼中旗',
    '扎赉特旗',
    '突泉县',
  ]);
  expect(regions.childrenOf('441900')).toEqual([]);
  for (const region of regions.all()) {
    expect(region.path.at(-1)).toBe(region.name);
    expect(region.path.length > 1, region.code).toBe(region.level !== 'province');
    expect(region.name).not.toMatch(/^(市辖区|县)$|直辖县级/);
    expect(region.parent === undefined || regions.childrenOf(region.parent).includes(region)).toBe(
      true,
    );
  }
});

describe('history', () => {
  test('former units lead to what took their place', () => {
    const former = regions.all().filter((region) => region.until);
    expect(former.length).toBeGreaterThan(500);
    for (const region of former) {
      expect(region.successors.length, region.name).toBeGreaterThan(0);
      for (const code of region.successors)
        expect(regions.regionByCode(code), `${region.name} ${code}`).toBeDefined();
    }
    expect(regions.regionByCode('610125')).toMatchObject({
      name: '户县',
      until: 2016,
      successors: ['610118'],
    });
    expect(regions.predecessorsOf('320613').map(({ code, name }) => code + name)).toEqual([
      '320602崇川区',
      '320611港闸区',
    ]);
    expect(regions.regionByCode('542200')?.successors).toEqual(['540500']);
  });

  test('a code may bear several names, one after the other', () => {
    expect(regions.regionByCode('130502')).toMatchObject({
      name: '襄都区',
      formerNames: [{ name: '桥东区', until: 2020 }],
    });
    expect(regions.inYear('130502', 2019)).toMatchObject({
      name: '桥东区',
      shortNames: ['桥东'],
      path: ['河北省', '邢台市', '桥东区'],
    });
    expect(regions.inYear('130502', 2020)?.name).toBe('襄都区');
    expect(regions.inYear('420602', 2009)?.path).toEqual(['湖北省', '襄樊市', '襄城区']);
    expect(regions.inYear('371202', 2030)?.path).toEqual(['山东省', '莱芜市', '莱城区']);
    expect(regions.inYear('999999', 2020)).toBeUndefined();
  });

  test.each([
    ['320602', 2019, true],
    ['320602', 2020, false],
    ['320613', 2019, false],
    ['320613', 2020, true],
    ['110101', 1990, true],
  ])('%s at the end of %i: %s', (code, year, there) => {
    const region = regions.regionByCode(code);
    expect(region && existsIn(region, year)).toBe(there);
  });
});

test.each([
  ['海西蒙古族藏族自治州', ['海西州', '海西']],
  ['东乡族自治县', ['东乡县', '东乡']],
  ['双江拉祜族佤族布朗族傣族自治县', ['双江县', '双江']],
  ['鄂伦春自治旗', ['鄂伦春旗', '鄂伦春']],
  ['内蒙古自治区', ['内蒙古']],
  ['广西壮族自治区', ['广西']],
  ['新疆维吾尔自治区', ['新疆']],
  ['澳门特别行政区', ['澳门']],
  ['五华区', ['五华']],
  ['浦东新区', ['浦东']],
  ['神农架林区', ['神农架']],
  ['万柏林区', ['万柏林']],
  ['石家庄高新技术产业开发区', ['石家庄高新区']],
  ['赵县', []],
  ['井陉矿区', []],
])('short names of %s', (name, expected) => {
  expect(shortNames(name)).toEqual(expected);
});

describe('regions.yaml', () => {
  const divisions = parseDivisions('# 注\n530000 云南省\n530100 昆明市\n530102 五华区 2001-\n');
  const build = (yaml: string) => new Regions(divisions, parseRegions(yaml));

  test('adds units and aliases', () => {
    const built = build(
      'regions: [{ code: 530122, name: 晋宁县, until: 2016, successor: 530102, aliases: [昆阳] }]\n' +
        'aliases: { 530100: [春城] }',
    );
    expect(built.regionByCode('530122')).toEqual({
      code: '530122',
      name: '晋宁县',
      shortNames: ['晋宁', '昆阳'],
      level: 'county',
      parent: '530100',
      path: ['云南省', '昆明市', '晋宁县'],
      until: 2016,
      successors: ['530102'],
      formerNames: [],
    });
    expect(built.regionByCode('530100')?.shortNames).toEqual(['昆明', '春城']);
  });

  test.each([
    ['regions: [{ code: 530102, name: 五华区 }]', '530102 重复'],
    ['regions: [{ code: 530122, name: 晋宁县, parent: 540000 }]', '上级 540000 不存在'],
    ['regions: [{ code: 530122, name: 晋宁县, successor: 530199 }]', '后继 530199 不存在'],
    ['aliases: { 540000: [藏] }', ''],
    ['aliases: { 540000: [西藏] }', '540000 不存在'],
    ['regions: [{ code: 53012, name: 晋宁县 }]', '六位'],
    ['regions: [{ code: 530122, name: 晋宁县, colour: red }]', 'colour'],
    ['region: []', 'region'],
  ])('refuses %s', (yaml, message) => {
    expect(() => build(yaml)).toThrow(message);
  });
});
