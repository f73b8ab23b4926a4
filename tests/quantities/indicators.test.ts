/** How sure a value of an indicator is, what tables say of it, and what is wrong with a catalogue. */
import { describe, expect, it } from 'vitest';
import { parseIndicators } from '../../src/model/indicators.ts';
import { parseVocabulary } from '../../src/model/vocabulary.ts';
import { readWording } from './read-wording.ts';

const values = (text: string, heading?: string) =>
  readWording(text, heading).matches.map(
    ({ slug, quantity, uncertain }) => `${slug} ${quantity.value}${uncertain ? ' ?' : ''}`,
  );

describe('a value', () => {
  it('is sure where its own clause or its sentence says all', () => {
    expect(values('收到行政复议申请9件，受理7件')).toEqual([
      'review-received 9',
      'review-accepted 7',
    ]);
  });

  it('is sure by a sentence before only where the heading agrees', () => {
    const text = '行政复议渠道畅通。受理7件。';
    expect(values(text)).toEqual(['review-accepted 7 ?']);
    expect(values(text, '办好行政复议案件')).toEqual(['review-accepted 7']);
  });

  it('is unsure where something stands before it that nobody listed, or what is done stands behind', () => {
    expect(values('受理行政复议及其他陈情事宜7件')).toEqual(['review-accepted 7 ?']);
    expect(values('全年7件行政复议案件审结')).toEqual(['review-closed 7 ?']);
  });

  it('is none where two things are in doubt', () => {
    expect(values('行政复议渠道畅通。受理其他陈情事宜7件。')).toEqual([]);
  });

  it('is none of several outcomes that share a figure, of another body, or negated', () => {
    expect(values('行政复议案件中，维持、驳回共7件')).toEqual([]);
    expect(values('法律顾问代理县政府行政诉讼案件7件')).toEqual([]);
    expect(values('未受理行政复议案件7件')).toEqual(['review-outcome-not-accepted 7']);
  });

  it('may be a total behind its parts', () => {
    expect(values('行政诉讼一审案件7件、二审案件2件，合计9件')).toContain('litigation-cases 9');
  });
});

describe('a table', () => {
  const caption = '办理行政复议案件情况见下表：\n';

  it('gives its totals, by the words at the head of their column', () => {
    const rows = '机关\t收到申请（件）\t受理（件）\n本级\t4\t3\n部门\t6\t5\n合计\t10\t8';
    expect(values(caption + rows)).toEqual(['review-received 10 ?', 'review-accepted 8 ?']);
  });

  it('gives the last of its years, and rows that are matters but not their total', () => {
    expect(
      values('类别\t2021年\t2022年\n受理行政复议（件）\t4\t6\n审结行政复议（件）\t3\t5'),
    ).toEqual(['review-accepted 6', 'review-closed 5']);
    expect(values('类别\t受理（件）\n行政复议\t4\n信访\t6\n合计\t10')).toEqual([
      'review-accepted 4',
    ]);
  });

  it('says nothing where nobody knows which row is the whole', () => {
    expect(values(`${caption}机关\t受理（件）\n本级\t3\n部门\t5`)).toEqual([]);
  });
});

describe('the catalogue', () => {
  const vocabulary = parseVocabulary(
    'verbs: { hold: [召开] }\nmatters: { review: [行政复议] }\nthings: { hearing: [听证会] }\nbodies: { court: [法院] }\nidle: []\nsynonyms: []',
  );
  const catalogue = (find: string, slug = 'hearings') =>
    `units: { times: [次] }\nindicators:\n  - { slug: ${slug}, name: 听证会, group: 决策, unit: 次, definition: 次数, recognition: 听证会, caution: 无, find: [${find}] }`;

  it('names its classes and units', () => {
    const { definitions } = parseIndicators(
      catalogue('{ thing: hearing, verb: [hold, none], unit: times }'),
      vocabulary,
    );
    expect(definitions[0]?.find[0]?.unit).toEqual(new Set(['次']));
  });

  it('may name none that there is not, and none of another kind', () => {
    const faulty: [string, string][] = [
      [
        '{ thing: hearings, unit: times }',
        'hearings 的 thing 里，vocabulary.yaml 没有 hearings 类',
      ],
      ['{ verb: review, unit: times }', '没有 review 类'],
      ['{ thing: hearing, unit: time }', '没有 time 这组单位'],
      ['{ thing: hearing, unit: times, after: no-such }', '指标 no-such 没有定义'],
    ];
    for (const [find, fault] of faulty)
      expect(() => parseIndicators(catalogue(find), vocabulary), find).toThrow(fault);
  });
});
