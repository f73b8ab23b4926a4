/** Names in 《》: which are documents, whose, of what kind, and what number they bear. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citations } from '../../scripts/convert/facts/citations/cite.ts';
import { nameSpans } from '../../scripts/convert/facts/citations/names.ts';
import { normaliseName } from '../../src/model/documents.ts';
import { own } from '../own.ts';

const { documents } = own.readCatalogues();
const region = { code: '530102', path: ['云南省', '昆明市', '五华区'] };
const cite = (text: string, code = region.code) =>
  citations([{ section: 's1', field: 'text', text, part: 'progress', headings: [] }], documents, {
    ...region,
    code,
  });
const one = (text: string) => {
  const found = cite(text);
  expect(found, text).toHaveLength(1);
  return found[0] as (typeof found)[number];
};

describe('a name', () => {
  it.each([
    [
      '《〈法治政府建设实施纲要(2021—2025年)〉的实施方案》',
      '〈法治政府建设实施纲要(2021—2025年)〉的实施方案',
    ],
    ['《关于废止<社会治安综合治理条例>的决定》', '关于废止<社会治安综合治理条例>的决定'],
    ['《关于印发《工作要点》的通知》', '关于印发《工作要点》的通知'],
    ['《关于印发《工作要点的通知》，后文', '关于印发《工作要点的通知'],
  ])('%s is read whole', (text, name) => {
    expect(nameSpans(text).map((span) => span.name)).toEqual([name]);
  });

  it('ends with its line, and an unclosed one swallows nothing', () => {
    expect(nameSpans('《没有结束的名称\n《民法典》')).toMatchObject([{ name: '民法典' }]);
  });

  it('stands where its offsets say, in any text', () => {
    const signs = fc.constantFrom(...'《》〈〉<>法典条例（）\n，。');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { start, end, name } of nameSpans(text))
          expect(text.slice(start, end)).toBe(`《${name}》`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('one document under several names', () => {
  it.each([
    ['《民法典》', '《中华人民共和国民法典》'],
    ['《法治政府建设实施纲要(2015-2020年)》', '《法治政府建设实施纲要（2015—2020年）》'],
    ['《法治政府建设实施纲要(2016-2020年)》', '《法治政府建设实施纲要（2015–2020）》'],
    ['《政府信息公开条例》', '《中华人民共和国政府信息公开条例》'],
    ['《昆明市城市管理办法（试行）》', '《昆明市城市管理办法》'],
  ])('%s is %s', (a, b) => {
    expect(one(a).slug).toBe(one(b).slug);
  });

  it('keeps the plans of two regions apart that are called alike', () => {
    const name = '《2020年法治政府建设工作要点》';
    expect(cite(name, '530102')[0]?.slug).not.toBe(cite(name, '330182')[0]?.slug);
    const owned = '《昆明市五华区工作规则》';
    expect(cite(owned, '530102')[0]?.slug).toBe(cite(owned, '330182')[0]?.slug);
  });

  it('is the same for names that differ in brackets, dashes and blanks only', () => {
    expect(normaliseName('规划 (2020-2025年)')).toBe(normaliseName('规划（2020—2025年）'));
  });
});

describe('the document that is meant', () => {
  const canonical = (text: string) => cite(text).map((each) => each.canonical);

  it.each([
    ['《安全生产法》', '中华人民共和国安全生产法'],
    ['《精神卫生法》', '中华人民共和国精神卫生法'],
    ['《物权法》', '中华人民共和国物权法'],
    ['《行政許可法》', '中华人民共和国行政许可法'],
    ['《基本医疗卫生与健康促进法》', '中华人民共和国基本医疗卫生与健康促进法'],
    ['《信息网络传播权保护条例》', '信息网络传播权保护条例'],
    ['《粮食法（草案）》', '粮食法（草案）'],
    ['《精神卫生法（草案）》', '精神卫生法（草案）'],
    ['《昆明市精神卫生法实施方案》', '昆明市精神卫生法实施方案'],
  ])('of %s is %s', (text, name) => {
    expect(canonical(text)).toEqual([name]);
  });

  it.each([
    ['落实国务院令第722号，', '优化营商环境条例', '国务院令第722号'],
    ['根据国务院第722号令要求', '优化营商环境条例', '国务院第722号令'],
    ['依据《条例》和国务院令第493号', '生产安全事故报告和调查处理条例', '国务院令第493号'],
    ['严格按照国发〔2010〕33号文件', '国务院关于加强法治政府建设的意见', '国发〔2010〕33号'],
    ['认真落实云政发[2022]10号精神', '云政发〔2022〕10号', '云政发[2022]10号'],
    ['依据某某总局公告2021年第16号，', '某某总局公告2021年第16号', '某某总局公告2021年第16号'],
    ['印发了省政府令第99号', '省政府令第99号', '省政府令第99号'],
  ])('of a number alone: %s', (text, name, number) => {
    expect(cite(text).at(-1)).toMatchObject({ canonical: name, number });
  });

  it.each([
    '（2021）云01行初12号判决',
    '作出昆复决〔2021〕3号决定书',
    '全年办理第12号提案',
    '12345号',
    '某政发〔2022〕3号\n现报告如下',
  ])('%s is no number of one', (text) => {
    expect(cite(text)).toEqual([]);
  });

  it.each([
    '落实《法治政府建设实施纲要（2021—2025年）》（以下简称《纲要》），对照《纲要》',
    '落实《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕33号，下称“纲要”），对照《纲要》',
    '落实《法治政府建设实施纲要（2021—2025年）》，对照《实施纲要》',
    '落实《法治政府建设实施纲要（2021—2025年）》，宣传《法治政府建设实施纲要》',
  ])('is followed through short names: %s', (text) => {
    const names = canonical(text);
    expect(new Set(names)).toEqual(new Set(['法治政府建设实施纲要(2021—2025年)']));
    expect(names.length).toBeGreaterThan(1);
  });

  it('is not guessed where a short name may stand for two', () => {
    expect(canonical('落实《甲市纲要》《乙市纲要》，对照《纲要》').at(-1)).toBe('纲要');
  });
});

describe('what a citation tells', () => {
  it.each([
    ['依照《重大行政决策程序暂行条例》(国务院令第713号)，', '国务院令第713号'],
    ['《关于印发工作要点的通知》(浙政办发〔2020〕30号)要求', '浙政办发〔2020〕30号'],
    ['落实《某意见》（昆政发[2018]52号）', '昆政发[2018]52号'],
    ['落实《某意见》(国办发〔2022〕第8号)', '国办发〔2022〕第8号'],
    ['按照国务院令第722号《优化营商环境条例》', '国务院令第722号'],
  ])('%s: number', (text, number) => {
    expect(one(text).number).toBe(number);
  });

  it.each([
    ['《行政处罚法》', 'law'],
    ['《中华人民共和国乡村振兴促进法》', 'law'],
    ['《优化营商环境条例》', 'regulation'],
    ['《云南省优化营商环境条例》', 'local'],
    ['《昆明公安机关警务辅助人员条例(草案)》', 'local'],
    ['《党政主要负责人履行推进法治建设第一责任人职责规定》', 'party'],
    ['《法治云南建设规划（2021—2025年）》', 'plan'],
    ['《五华区人民政府工作规则》', 'local'],
    ['《行政执法监督约谈制度（试行）》', 'other'],
    ['《昆明市执法办法》', 'local'],
  ])('%s is of the kind %s', (text, kind) => {
    expect(one(text).kind).toBe(kind);
  });

  it.each([
    '在《兴安日报》开设民法典专栏',
    '播出《今日说法》',
    '开办《以案说法》栏目',
    '发放《农民法律知识读本》',
    '学习《习近平谈治国理政》第四卷',
    '拍摄微电影《归途》',
    '刊登于《法制日报》',
    '参加《行风热线》直播',
    '推出《律师面对面》',
  ])('%s cites no document', (text) => {
    expect(cite(text)).toEqual([]);
  });
});

describe('the quote around a name', () => {
  const head = '推进依法治区，区委区政府主要负责人坚决践行“法定职权必须为，法无授权不可为”';
  const long = `${head}，认真落实《党政主要负责人履行推进法治建设第一责任人职责规定》，${'研究部署法治政府建设重点工作任务，'.repeat(6)}督促落实。`;

  it('of a long sentence begins and ends where a clause does, and says that the sentence goes on', () => {
    const { quote, cutBefore, cutAfter } = one(long);
    expect(quote.length).toBeLessThan(140);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(long[long.indexOf(quote) - 1]).toMatch(/[，：]/);
    expect(quote).toMatch(/，$/);
  });

  it('of a short one is all of it', () => {
    expect(one('贯彻《民法典》，成效明显。')).toMatchObject({
      quote: '贯彻《民法典》，成效明显',
      cutBefore: false,
      cutAfter: false,
    });
  });

  it('is never cut inside a word or a name, in any text', () => {
    const piece = fc.constantFrom('《关于落实，推进法治的意见》', '，', '、', '依法行政', '。');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        for (const { quote, start, cutBefore, cutAfter } of cite(text)) {
          const at = text.lastIndexOf(quote, start);
          if (cutBefore) expect(text[at - 1]).toMatch(/[，、]/);
          if (cutAfter) expect(quote).toMatch(/[，、]$/);
          expect(quote.split('《').length).toBe(quote.split('》').length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
