/** What the parser of clauses reads of the words around a figure. */
import { describe, expect, it } from 'vitest';
import { type Frame, parseClauses, type Slot } from '../../scripts/convert/facts/clauses/parse.ts';
import { lexiconOf } from '../../scripts/convert/facts/clauses/words.ts';
import { parseVocabulary } from '../../src/model/vocabulary.ts';

const vocabulary = `
verbs:
  receive: [收到]
  accept: [[受理, 立案受理]]
  refuse: [不予受理]
  uphold: [维持]
  revoke: [撤销]
  change: [变更]
  terminate: [终止]
  settle: [调解]
  enact: [制定, 制发]
  file: [报送备案, 报备]
  examine: [审查]
  appear: [出庭]
  make: [作出, 进行]
matters:
  review: [行政复议]
  litigation: [行政诉讼]
  normdoc: [规范性文件]
things:
  case: [案件]
  review-case: [行政复议案件]
  document: [规范性文件, 合同]
bodies:
  self: [我局]
  head: [负责人]
  court: [法院]
idle: [审查员]
synonyms:
  - [两法衔接, 行刑衔接]
`;
const lexicon = lexiconOf(parseVocabulary(vocabulary));

/** Figures of a text by a simple pattern, so that nothing but the parser is tried. */
const figuresIn = (text: string) =>
  [...text.matchAll(/(\d+)(件|%|人)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    unit: match[2] ?? '',
  }));
const read = (text: string, headings: string[] = []): Frame[] =>
  parseClauses(text, figuresIn(text), headings, lexicon);
const said = (slot: Slot | undefined) =>
  slot &&
  `${slot.words.map(({ text, negated }) => (negated ? `!${text}` : text)).join('+')} ${slot.from}`;
const verbs = (text: string) => read(text).map(({ verb }) => said(verb));
const marks = (text: string) => read(text).map((frame) => [...frame.marks]);

describe('the predicate of a figure', () => {
  it('is the verb before it, whatever was done before', () => {
    expect(verbs('收到申请9件，受理7件')).toEqual(['收到 own', '受理 own']);
    expect(verbs('受理后维持3件')).toEqual(['受理+维持 own']);
  });

  it('stands behind it where there is none before, or a light one', () => {
    expect(verbs('对5件合同进行审查')).toEqual(['审查 own']);
    expect(verbs('作出维持决定4件')).toEqual(['维持 own']);
  });

  it('is no verb that only describes the noun', () => {
    expect(verbs('审查政府办制发的规范性文件6件')).toEqual(['审查 own']);
  });

  it('is shared by a list, and known to be from before in a later clause', () => {
    expect(verbs('审查规范性文件2件、合同3件')).toEqual(['审查 own', '审查 list']);
    expect(verbs('审查规范性文件2件，合同3件')).toEqual(['审查 own', '审查 sentence']);
  });

  it('may be negated, or a word of its own that negates', () => {
    expect(verbs('未受理2件')).toEqual(['!受理 own']);
    expect(verbs('不予受理2件')).toEqual(['不予受理 own']);
  });

  it('may be several side by side, which is told', () => {
    const [frame] = read('撤销、变更5件');
    expect([said(frame?.verb), frame?.verb?.shared]).toEqual(['撤销+变更 own', true]);
    expect(read('经调解终止5件')[0]?.verb?.shared).toBe(false);
  });

  it('of a clause without figures goes on about the figure before', () => {
    const [frame] = read('制定规范性文件3件，均已报备，受理其他事项');
    expect(frame?.follow.map(({ text }) => text)).toEqual(['报备']);
  });
});

describe('the matter of a figure', () => {
  const matters = (text: string, headings?: string[]) =>
    read(text, headings).map(({ matter }) => said(matter));

  it('is named in its clause, or was named last, and where is told', () => {
    expect(matters('行政复议案件5件，维持2件。受理1件')).toEqual([
      '行政复议案件 own',
      '行政复议案件 sentence',
      '行政复议案件 passage',
    ]);
    expect(matters('受理1件', ['依法办理行政复议案件'])).toEqual(['行政复议案件 heading']);
  });

  it('is not changed by the kinds of its parts', () => {
    expect(matters('行政复议案件9件，其中涉行政诉讼2件，维持3件')[2]).toBe('行政复议案件 sentence');
  });

  it('is not read from the names of documents', () => {
    expect(matters('贯彻《行政诉讼规则》，受理1件', ['行政复议'])).toEqual(['行政复议 heading']);
  });
});

describe('who acts', () => {
  it('is the last body named in the sentence; the government itself only at the head of a clause', () => {
    const bodies = (text: string) => read(text).map(({ body }) => said(body));
    expect(bodies('负责人应到庭3件，出庭2件')).toEqual(['负责人 own', '负责人 sentence']);
    expect(bodies('负责人出庭3件，我局出庭2件')[1]).toBe('我局 own');
    expect(bodies('法院受理状告我局的案件3件')).toEqual(['法院 own']);
  });
});

describe('the words around a figure', () => {
  it('make it a part, to the end of the sentence, of what has its unit', () => {
    expect(marks('受理9件，其中行政复议4件，行政诉讼5件，涉及8人')).toEqual([
      [],
      ['part'],
      ['part'],
      [],
    ]);
    expect(marks('9件案件中维持4件')).toEqual([[], ['part']]);
    expect(marks('受理9件（含行政复议4件）')[1]).toContain('part');
  });

  it('make it a whole, a share, a rate, a change, of the past, left over, planned, or none at all', () => {
    const expected: [string, string][] = [
      ['合计9件', 'total'],
      ['占总数的9%', 'share'],
      ['办结率达到9%', 'rate'],
      ['同比增长9%', 'change'],
      ['较上年增加9件', 'change'],
      ['上年为9件', 'past'],
      ['正在办理9件', 'rest'],
      ['上年结转9件', 'carried'],
      ['力争办结9件', 'plan'],
      ['没有9件', 'none'],
      ['平均9件', 'average'],
      ['累计9件', 'cumulative'],
    ];
    for (const [text, mark] of expected) expect(marks(text)[0], text).toContain(mark);
    expect(marks('由9件提高到12件')).toEqual([['from'], ['to']]);
  });

  it('set years of one sentence apart', () => {
    expect(marks('2021年受理3件，2022年受理4件')).toEqual([['past'], []]);
  });

  it('give figures behind 分别为 to the names in their order', () => {
    expect(verbs('维持、撤销、终止分别为3件、2件、1件')).toEqual([
      '维持 own',
      '撤销 own',
      '终止 own',
    ]);
  });

  it('tell of a noun that nobody listed', () => {
    expect(read('受理劳动监察投诉4件')[0]?.unknown).toBe('劳动监察投诉');
    expect(read('受理各类案件共4件')[0]?.unknown).toBe('');
  });
});

describe('long text', () => {
  it('is read once, however it is made', () => {
    const work = (text: string) => {
      let signs = 0;
      const frames = parseClauses(text, figuresIn(text), [], (part) => {
        signs += part.length;
        return lexicon(part);
      });
      return signs + frames.reduce((sum, { own, earlier }) => sum + own.length + earlier.length, 0);
    };
    for (const unit of [
      '受理1件、',
      '（受理1件',
      '受理1件，其中',
      '行政复议',
      '“受理1件',
      '受理1件',
    ])
      expect(work(unit.repeat(2000)) / work(unit.repeat(500)), unit).toBeLessThan(5);
  });
});

describe('the vocabulary', () => {
  it('gives search the words that mean the same', () => {
    expect(parseVocabulary(vocabulary).synonyms).toEqual([
      ['受理', '立案受理'],
      ['两法衔接', '行刑衔接'],
    ]);
  });

  it('has longer words about the matter of the shorter in them, and idle words hide what they hold', () => {
    expect(lexicon('行政复议案件')[0]?.classes).toEqual({
      thing: ['review-case'],
      matter: ['review'],
    });
    expect(lexicon('审查员')[0]?.classes).toEqual({});
  });
});
