import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectRegion, type RegionSource } from '../../scripts/convert/resolve/detect-region.ts';
import { recognise } from '../../scripts/import/recognise/recognise.ts';
import { isZone } from '../../src/model/regions.ts';
import { knowledge } from '../own.ts';
import { callsOf } from '../work.ts';

const { regions } = knowledge;

/** The code detected, `?` where there is a doubt. */
function detect(source: Partial<RegionSource>): string {
  return detectRegion({ text: '', ...source }, regions).region?.code ?? '?';
}

const sources = new URL('../../content/sources/', import.meta.url);
const ids = readdirSync(sources).filter((id) => /^\d{6}-\d{4}$/.test(id));

describe('the reports of the collection', () => {
  test.each(ids)('%s from its text alone', (id) => {
    const text = readFileSync(new URL(`${id}/source.txt`, sources), 'utf8');
    const { detection } = recognise(text, {}, knowledge, {}, 2026);
    expect(detection.region?.code).toBe(id.slice(0, 6));
  });
});

const report = '法治政府建设情况报告';

describe('names that settle it', () => {
  test.each<[string, string, Partial<RegionSource>]>([
    ['a county in the title', '430621', { title: '岳阳县2022年法治政府建设工作情况报告' }],
    ['a prefecture', '430600', { title: `岳阳市2022年${report}` }],
    ['a department of a city', '430600', { title: `岳阳市市场监督管理局2021年度${report}` }],
    ['a province', '530000', { title: `云南省人民政府2020年${report}` }],
    ['a department of a province', '330000', { title: `浙江省司法厅2021年${report}` }],
    ['an autonomous region', '450000', { title: `广西壮族自治区2021年${report}` }],
    ['a municipality', '500000', { title: `重庆市2019年${report}` }],
    ['a county right under it', '500235', { title: `云阳县2019年${report}` }],
    ['a short autonomous county', '500240', { title: `石柱县2020年${report}` }],
    ['a short banner', '152221', { title: `科右前旗2020年${report}` }],
    ['a former county', '610125', { title: `户县2015年${report}` }],
    ['a merged district', '330104', { title: `杭州市江干区2019年${report}` }],
    ['a development zone', '320500', { title: `苏州工业园区2021年${report}` }],
    ['a zone of a city by its stem', '420600', { title: `襄阳高新区2021年${report}`, year: 2021 }],
    ['a county directly under a province', '429021', { title: `神农架林区2020年${report}` }],
    ['a path that picks one of two', '220104', { title: `长春市朝阳区2021年${report}` }],
    ['a municipality that picks one', '110105', { title: `北京市朝阳区2021年${report}` }],
    ['a path of three', '350102', { title: `福建省福州市鼓楼区2021年${report}` }],
    ['a plain word behind its city', '510302', { title: `自贡市自流井区2021年${report}` }],
    ['a district called 城区', '140302', { title: `阳泉市城区2021年${report}` }],
    ['a signature of the Party', '620524', { signature: '中共武山县委全面依法治县委员会办公室' }],
    ['Traditional characters', '220104', { title: `長春市朝陽區2021年${report}` }],
    ['a stem before 人民政府', '330182', { title: `建德市人民政府2020年${report}` }],
    ['a name of one character', '530922', { title: `云县2021年${report}` }],
    ['a name broken by blanks', '441424', { title: `五 华 县2021年${report}` }],
  ])('%s', (_, code, source) => {
    expect(detect(source)).toBe(code);
  });

  test('every region of the country, named with its path', () => {
    const units = regions.all().filter((region) => !isZone(region));
    const wrong = units.filter(({ code, from, until }) => {
      const year = until ? until - 1 : Math.max(from ?? 0, 2021);
      const path = regions.inYear(code, year)?.path.join('');
      return detect({ title: `${path}${year}年${report}`, year }) !== code;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('regions of one name', () => {
  const cases: [string, string, Partial<RegionSource>][] = [
    ['朝阳区 alone', '?', { title: `朝阳区2021年${report}` }],
    [
      '朝阳区 in Changchun by its city',
      '220104',
      {
        title: `朝阳区2021年${report}`,
        text: '在长春市委、市政府的坚强领导下,我区认真贯彻《吉林省法治政府建设实施方案》,全区推进依法治区。',
      },
    ],
    [
      '朝阳区 in Beijing',
      '110105',
      {
        title: `朝阳区2021年${report}`,
        text: '我区落实《北京市法治政府建设实施方案》,全区推进依法治区。',
      },
    ],
    [
      '鼓楼区 with the province only, which has two',
      '?',
      {
        title: `鼓楼区2021年${report}`,
        text: '我区落实《江苏省法治政府建设实施方案》,全区推进依法治区。',
      },
    ],
    [
      '鼓楼区 in Xuzhou',
      '320302',
      {
        title: `鼓楼区2021年${report}`,
        text: '我区落实《徐州市法治政府建设实施方案》和《江苏省行政程序条例》。',
      },
    ],
    ['城关区 alone', '?', { title: `城关区2021年${report}`, text: '我区全区推进。' }],
    [
      '城关区 in Lhasa',
      '540102',
      { issuer: '拉萨市城关区人民政府', title: `城关区2021年${report}` },
    ],
    [
      '新华区 in Cangzhou',
      '130902',
      { title: `新华区2020年${report}`, text: '沧州市委全面依法治市委员会第三次会议,我区、全区。' },
    ],
    [
      '通州区 in Nantong',
      '320612',
      { title: `通州区2020年${report}`, text: '落实《南通市依法行政考核办法》,我区持续推进。' },
    ],
    ['五华 alone', '?', { title: `五华2020年${report}` }],
    [
      '五华 that says 我县',
      '441424',
      { title: `五华2020年${report}`, text: '我县按照广东省、梅州市部署,全县推进依法治县。' },
    ],
    [
      '五华 that says 我区',
      '530102',
      { title: `五华2020年${report}`, text: '我区按照昆明市部署,全区推进依法治区。' },
    ],
    [
      '兴安 that says 我县',
      '450325',
      { title: `兴安2020年${report}`, text: '我县按照桂林市部署,全县推进依法治县。' },
    ],
    ['海南州 is not 海南省', '632500', { title: `海南州2020年${report}` }],
  ];
  test.each(cases)('%s', (_, code, source) => {
    expect(detect(source)).toBe(code);
  });
});

describe('what misleads', () => {
  const cases: [string, string, Partial<RegionSource>][] = [
    ['no name at all', '?', { title: `2021年度${report}`, text: '我县全县推进依法治县。' }],
    ['nothing', '?', {}],
    ['a template', '?', { title: `XX县2021年度${report}`, text: '我县全县推进依法治县。' }],
    [
      'a township that names its county nowhere',
      '?',
      {
        title: `城关镇2021年度${report}`,
        text: '在县委、县政府的领导下,我镇深入学习《重庆市行政执法条例》。重庆市委全面依法治市委员会。全县法治工作会议后,县司法局指导。',
      },
    ],
    [
      'a township that names it',
      '500243',
      {
        title: `桑柘镇2021年度${report}`,
        text: '在彭水县委、彭水县政府的领导下,我镇落实彭水县法治建设规划,依法治县。全县法治工作会议。',
      },
    ],
    [
      'the province’s report on a county’s site',
      '330000',
      {
        title: `2021年度${report}`,
        header: '来源:桐庐县司法局',
        text: '2021年,浙江省深入贯彻习近平法治思想,全省上下推进法治浙江建设。我省出台《浙江省行政程序条例》,全省行政机关。全省。浙江省委全面依法治省委员会。我省杭州市、桐庐县开展试点。',
      },
    ],
    [
      'the same with the county taken for its issuer',
      '330000',
      {
        issuer: '桐庐县司法局',
        text: '2021年,浙江省深入贯彻习近平法治思想,全省上下推进法治浙江建设。我省出台《浙江省行政程序条例》。浙江省委全面依法治省委员会。',
      },
    ],
    [
      'a department whose text only names the province above',
      '?',
      { title: `2021年度${report}`, text: '在浙江省委的坚强领导下,我局认真履行职责。' },
    ],
    [
      'the city’s site above the county',
      '330182',
      {
        title: '建德市人民政府',
        header: '来源:杭州市人民政府门户网站',
        text: '我市法治政府建设情况。全市。',
      },
    ],
    [
      'a prefecture that speaks of its counties',
      '632800',
      {
        title: `2020年${report}`,
        text: '海西州推进依法治州,全州、我州。乌兰县开展试点,乌兰县、都兰县、乌兰县、天峻县、格尔木市完成清理。海西州委、海西州司法局。',
      },
    ],
    [
      'experience from elsewhere',
      '620524',
      {
        title: `武山县2021年${report}`,
        text: '我县赴浙江省诸暨市、诸暨市枫桥镇学习诸暨市“枫桥经验”。全县、依法治县。',
      },
    ],
    [
      'ordinary words that are stems',
      '?',
      {
        title: `公安机关2021年${report}`,
        text: '平安建设,互助合作,开放通道,长治久安,和平,同心,公安机关,全区域,市场监管。',
      },
    ],
    ['the word 市场', '?', { title: `黄山市场监管所2021年${report}`, text: '黄山市场主体。' }],
    ['a stem within another name', '?', { title: `五华镇2020年${report}` }],
    [
      'a title of one level and words of another',
      '?',
      { title: `云南省2020年${report}`, text: '我县全县推进依法治县,县委县政府,我县。' },
    ],
  ];
  test.each(cases)('%s', (_, code, source) => {
    expect(detect(source)).toBe(code);
  });

  test('a doubt names its candidates', () => {
    const { region, candidates } = detectRegion(
      { title: `朝阳区2021年${report}`, text: '' },
      regions,
    );
    expect(region).toBeNull();
    expect(candidates.map(({ region: { code } }) => code)).toEqual(['110105', '220104']);
    expect(candidates[0]?.evidence).toEqual(['标题：朝阳区']);
  });
});

describe('what says it where no title does', () => {
  const cases: [string, string, Partial<RegionSource>][] = [
    ['the subject behind the year', '220322', { text: '2021年,梨树县扎实推进法治建设。' }],
    ['the subject before the year', '220322', { text: '梨树县2021年扎实推进法治建设。' }],
    ['a department', '220322', { text: '2021年梨树县司法局认真履行职责。' }],
    [
      'the subject behind 领导下',
      '341500',
      { text: '2021年,在市委领导下,省林业局的指导下,六安市林业局履行职责。' },
    ],
    [
      'the subject before 领导下',
      '540102',
      { text: '2022年,城关区在拉萨市委的坚强领导下,推进依法治区。' },
    ],
    [
      'the announcement',
      '130634',
      { text: '2020年,我县成效明显。曲阳县法治政府建设情况报告如下:' },
    ],
    ['the signature', '130434', { text: '一、工作。', signature: '魏县人民政府\n2023年2月17日' }],
    [
      'a masked subject',
      '?',
      { text: '2024年某市司法局在杭州市委领导下认真履行职责。', header: '杭州市人民政府' },
    ],
    ['a masked title', '?', { title: `XX市2023年${report}`, text: '2023年,建德市推进法治建设。' }],
    ['an addressee', '?', { text: '杭州市人民政府:\n2020年,我局认真履行职责。' }],
    [
      'a place that is mentioned',
      '?',
      { text: '2020年,我局认真履行职责。学习诸暨市经验,诸暨市、诸暨市。' },
    ],
    [
      'a ministry',
      '?',
      { title: `司法部2021年${report}`, text: '2021年,司法部在浙江省、江苏省试点。' },
    ],
    [
      'a document that is its own',
      '430621',
      { text: '现将县人民政府工作报告如下:\n制定了《岳阳县行政决策规定》,县委、全县。' },
    ],
    [
      'a document of the province',
      '?',
      { text: '我县推进。落实省政府印发的《湖南省规定》,全县。' },
    ],
    ['the committee above', '?', { text: '2021年,杭州市委召开会议。我局认真履行职责。' }],
    ['contradicting places', '?', { title: `梨树县2021年${report}`, signature: '建德市人民政府' }],
    [
      'a zone without its city',
      '?',
      { title: `高新区2022年${report}`, text: '2022年,高新区在市委领导下推进。' },
    ],
    ['an unlisted county below a province', '?', { title: `浙江省某新市人民政府2021年${report}` }],
  ];
  test.each(cases)('%s', (_, code, source) => {
    expect(detect(source)).toBe(code);
  });
});

describe('the page', () => {
  const office = '2021年,省教育厅认真履行职责,推进全省教育系统法治建设。';
  const cases: [string, string, Partial<RegionSource>][] = [
    [
      'names what the report calls 省教育厅',
      '360000',
      { text: office, header: '江西省教育厅\n首页 > 公开' },
    ],
    ['has a host that does', '350000', { text: office, url: 'https://jyt.fujian.gov.cn/a.htm' }],
    ['is of a county, which is no 省', '?', { text: office, header: '桐庐县人民政府' }],
    [
      'names what the report calls 区农业局',
      '430603',
      { text: '2021年,区农业局履行职责。区委、区政府。', header: '当前位置:云溪区人民政府>公开' },
    ],
    [
      'is of an autonomous region, which is no 区',
      '?',
      { text: '2021年,区农业局履行职责。', url: 'https://a.gxzf.gov.cn/' },
    ],
    [
      'is of a host of known reports',
      '330182',
      { text: '2021年,市司法局履行职责。', url: 'https://a.example/', ofHost: ['330182'] },
    ],
    [
      'is of a host of several',
      '?',
      {
        text: '2021年,市司法局履行职责。',
        url: 'https://a.example/',
        ofHost: ['330182', '330100'],
      },
    ],
    [
      'lists many places',
      '?',
      { text: '2021年,我市推进。', header: '友情链接 杭州市 宁波市 温州市' },
    ],
    [
      'settles a namesake by its index number',
      '220104',
      { title: `朝阳区2021年${report}`, header: '索引号:11220104013547292X/2022-00018' },
    ],
  ];
  test.each(cases)('%s', (_, code, source) => {
    expect(detect(source)).toBe(code);
  });
});

describe('towns and streets', () => {
  const cases: [string, string, string | null, Partial<RegionSource>][] = [
    ['one of its name', '510112', '洛带镇', { text: '2022年,洛带镇党委、政府推进法治建设。' }],
    [
      'behind its county',
      '350503',
      '东海街道',
      { title: `丰泽区人民政府东海街道办事处2021年${report}` },
    ],
    [
      'by its page',
      '330105',
      '小河街道',
      { text: '2021年,小河街道推进。', header: '拱墅区人民政府' },
    ],
    [
      'by the county that leads it',
      '320585',
      '无名街道',
      {
        title: `无名街道办事处2023年${report}`,
        text: '2023年,在太仓市委、市政府的领导下,无名街道推进。',
      },
    ],
    ['of a city without counties', '441900', '虎门镇', { title: `虎门镇2022年${report}` }],
    ['several of its name', '?', '城关镇', { title: `城关镇2021年${report}` }],
    [
      'on the page of another county',
      '?',
      '洛带镇',
      { text: '2022年,洛带镇推进。', header: '建德市人民政府' },
    ],
    [
      'no town',
      '330182',
      null,
      { title: `建德市2021年${report}`, text: '2021年,全面推进乡村振兴。' },
    ],
    [
      'of a county that has become a city since',
      '532331',
      '中村乡',
      { title: `中村乡2020年${report}`, header: '禄丰市人民政府', year: 2020 },
    ],
    [
      'settled by the level of what leads it',
      '532302',
      '中村乡',
      { text: '2025年,中村乡在市委、市政府的领导下推进。市委、市政府。' },
    ],
  ];
  test.each(cases)('%s', (_, code, town, source) => {
    expect([detect(source), detectRegion({ text: '', ...source }, regions).town]).toEqual([
      code,
      town,
    ]);
  });
});

describe('names of their time', () => {
  test.each([
    ['任县', 2016, '130526'],
    ['任泽区', 2021, '130505'],
    ['崇川区', 2018, '320602'],
    ['崇川区', 2021, '320613'],
    ['桥东区', 2021, '130702'],
    ['户县', 2015, '610125'],
    ['户县', 2022, '?'],
    ['襄樊市', 2008, '420600'],
    ['儋州市', 2012, '469003'],
  ])('%s in %i', (name, year, code) => {
    expect(detect({ title: `${name}${year}年${report}`, year })).toBe(code);
  });

  test('are told as they were', () => {
    const { region } = detectRegion(
      { title: `襄樊市2008年${report}`, text: '', year: 2008 },
      regions,
    );
    expect(region?.path).toEqual(['湖北省', '襄樊市']);
  });
});

test('names are looked up in proportion to the text', () => {
  const names = '云南省昆明市五华区朝阳区兴安县通州区市中区我区全区依法治区';
  const lookups = (times: number) =>
    callsOf(Map.prototype, 'get', () => detectRegion({ text: names.repeat(times) }, regions));
  lookups(1);
  const few = lookups(60);
  expect(few).toBeGreaterThan(60);
  expect(lookups(120)).toBeLessThan(2.1 * few);
});
