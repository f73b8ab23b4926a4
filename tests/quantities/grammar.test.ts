/** The grammar of numbers: what is printed is what is read, whatever the script; and what is no quantity. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuantities } from '../../scripts/convert/facts/quantities/extract.ts';
import { chineseValue, foldNumbers } from '../../scripts/convert/facts/quantities/grammar.ts';
import { numberedNames } from '../../scripts/convert/facts/quantities/not-quantities.ts';
import { callsOf } from '../work.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number below 10⁸ in Chinese, written without the program's own grammar. */
function inChinese(value: number): string {
  if (value >= 1e4) {
    const rest = value % 1e4;
    const low = rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${inChinese(rest)}`;
    return `${inChinese(Math.floor(value / 1e4))}万${low}`;
  }
  let text = '';
  let gap = false;
  for (const [scale, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + digits[digit] + word;
      gap = false;
    }
  }
  return text;
}

const fullWidth = (text: string) =>
  text.replace(/[\d.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const only = (text: string) => {
  const found = extractQuantities(text);
  expect(found, text).toHaveLength(1);
  return found[0] as (typeof found)[number];
};

describe('a number', () => {
  it('is read in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_999 }), (value) => {
        expect(chineseValue(inChinese(value))).toBe(value);
      }),
    );
  });

  it('is read in any script, with commas, in its place', () => {
    const written = fc
      .tuple(
        fc.integer({ min: 2, max: 9_999_999 }),
        fc.constantFrom('arabic', 'comma', 'wide', 'chinese'),
      )
      .map(([value, script]) => ({
        value,
        text:
          script === 'arabic'
            ? `${value}`
            : script === 'comma'
              ? value.toLocaleString('en-US')
              : script === 'wide'
                ? fullWidth(`${value}`)
                : inChinese(value),
      }));
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('件', '人次', '项', '份', '名'),
        ({ value, text }, unit) => {
          const found = only(`全年办结${text}${unit}，`);
          expect([found.value, found.unit, found.start]).toEqual([value, unit, 4]);
          expect(found.exact).toBe(text + unit);
        },
      ),
    );
  });

  it('keeps its decimals and its approximation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('万', '亿', ''),
        fc.constantFrom('余', '多', ''),
        (cents, scale, more) => {
          const value = cents / 100;
          const found = only(`惠及${value}${scale}${more}人次。`);
          const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
          expect(found.value).toBeCloseTo(value * factor, 4);
          expect(found.approx).toBe(more === '' ? null : more);
        },
      ),
    );
  });

  it('never leaves its text, whatever stands around it', () => {
    const signs = fc.constantFrom(
      ...'0123456789０９.,，。、%％‰万亿千百十一二三两半零点分之余多近约至到-—第年月日号件个人次元《》“”(（)） \n甲A+',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end, exact, value } of extractQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(start, end)).toBe(exact);
          expect(Number.isFinite(value)).toBe(true);
          from = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is folded without moving', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldNumbers(text)).toHaveLength(text.length);
      }),
    );
  });

  // What each search takes is linear too, see tests/security/regular-expressions.test.ts.
  it.each(['1', '一', '千', '3,', '百分之', '1余', '二〇'])(
    'is searched for in proportion to a text of %s',
    (sign) => {
      const searches = (times: number) =>
        callsOf(RegExp.prototype, 'exec', () => extractQuantities(sign.repeat(times)));
      const few = searches(2000);
      expect(few).toBeGreaterThan(0);
      expect(searches(4000)).toBeLessThan(2.1 * few + 20);
    },
  );
});

it('leaves the report’s own place alone, whose name begins with a number', () => {
  const names = numberedNames(['四川省', '绵阳市', '三台县']);
  expect(names).toEqual(['四川', '三台']);
  const found = extractQuantities('深化法治三台建设。', names);
  expect(found.map(({ exact }) => exact)).toEqual([]);
  expect(extractQuantities('配备四台无人机。', names).map(({ exact }) => exact)).toEqual(['四台']);
});

describe('a reading', () => {
  it.each([
    ['两次', 2, '次', null],
    ['三分之一', 1 / 3, '', null],
    ['百分之九十八', 98, '%', null],
    ['百分之98.5', 98.5, '%', null],
    ['十余个', 10, '个', '余'],
    ['100余', 100, '', '余'],
    ['近百场', 100, '场', '近'],
    ['上千人次', 1000, '人次', '上'],
    ['43.1万余人次', 431_000, '人次', '余'],
    ['6万份(册)', 60_000, '份(册)', null],
    ['145人（次）', 145, '人（次）', null],
    ['1033842万元', 1_033_842, '万元', null],
    ['6.3亿元', 6.3, '亿元', null],
    ['二十三万元', 23, '万元', null],
    ['超过90%', 90, '%', '超过'],
    ['96％以上', 96, '%', '以上'],
    ['约3个百分点', 3, '个百分点', '约'],
    ['9066 万元', 9066, '万元', null],
    ['兩千餘人', 2000, '人', '余'],
    ['两成半', 25, '%', null],
    ['近三成', 30, '%', '近'],
    ['公示期7日', 7, '日', null],
    ['60日以内', 60, '日', '以内'],
    ['为期三年', 3, '年', null],
    ['10余年', 10, '年', '余'],
    ['3周', 3, '周', null],
    ['24小时', 24, '小时', null],
    ['6个月', 6, '个月', null],
    ['140路', 140, '路', null],
  ])('%s', (text, value, unit, approx) => {
    const found = only(`共计${text}。`);
    expect([found.value, found.unit, found.approx]).toEqual([
      expect.closeTo(value, 9),
      unit,
      approx,
    ]);
  });

  it.each([
    ['3至5家', 3, 5],
    ['15%—20%', 15, 20],
    ['两三次', 2, 3],
    ['3~5万元', 3, 5],
  ])('%s is a range', (text, value, max) => {
    expect(only(`每组${text}。`)).toMatchObject({ value, max });
  });
});

describe('no quantity', () => {
  it.each([
    '2020年',
    '二〇二〇年度',
    '2021年12月28日',
    '4月14日下午',
    '10月份',
    '2015—2020年',
    '第121次常委会',
    '第四次全面清理',
    '〔2020〕30号',
    '国务院令第713号',
    '抓好四件事',
    '12345政务服务便民热线',
    '“12348”平台',
    '12315及65398315投诉举报热线',
    '“五个一”工程',
    '“13339”举措',
    '“4.26”宣传周',
    '“1+N”机制',
    '1+3+N体系',
    '“七五”普法',
    '“三项制度”',
    '三项制度',
    '“六稳”“六保”',
    '四个意识',
    '十九大精神',
    '十九届二中、三中全会',
    '一村（社区）一法律顾问',
    '最多跑一次改革的“一次”',
    '五华区',
    '三门峡市',
    'H5作品',
    '6.0版',
    '进一步',
    '统一起来',
    '《2020年第13337号工程3件》',
    '十分重要',
    '第三方评估',
    '百姓',
    '二、',
    '（三）',
    '收支两条线',
    '三调联动',
    '两个维护',
    '电话0536-8221234',
    '（0712）2345678',
    '三台县',
    '五通桥区',
    '九台区',
    '两张皮',
    '二类医疗器械',
    '无一件被撤销的',
    '成立75周年',
    '3月5日至8日',
    '12月4日前',
    '三年行动',
    '5.20世界计量日',
  ])('%s', (text) => {
    expect(extractQuantities(`推进${text}工作`).map(({ exact }) => exact)).toEqual([]);
  });
});
