/** Sections of reports in shapes met in the wild: ids and headings alone, whatever is read of them otherwise. */
import { describe, expect, it } from 'vitest';
import { fromText } from '../../scripts/convert/parse/index.ts';
import { topSections, walkSections } from '../../scripts/convert/parse/walk.ts';
import { identify } from '../../scripts/convert/resolve/ids.ts';

/** `id heading` of every section, in reading order; passages that are nothing but a paragraph are left out. */
function outline(text: string): string[] {
  const nodes = identify(topSections(fromText(text)));
  return [...walkSections(nodes)]
    .filter(
      ({ style, heading, children }) => style !== 'p' || heading !== null || children.length > 1,
    )
    .map(({ id, heading }) => `${id} ${heading ?? '—'}`);
}

const head =
  '某某县2022年法治政府建设工作报告\n2022年，某某县扎实推进依法行政，现将全年的情况报告如下。\n';
const text = '全年召开会议三次，部署年度任务，明确责任分工，各项任务年底前已经全部完成。';

describe('numbers of chapters', () => {
  it('are none where a sentence lists the chapters that stand below', () => {
    const list = '报告分为三个部分。一、工作成效；二、存在问题；三、下步打算。';
    expect(
      outline(
        `${head}${list}\n一、工作成效\n${text}\n二、存在问题\n${text}\n三、下步打算\n${text}`,
      ),
    ).toEqual(['s1 工作成效', 's2 存在问题', 's3 下步打算']);
  });

  it('are none in a table of contents', () => {
    const list = '目  录\n一、工作成效…………1\n（一）加强领导…………2\n二、存在问题…………9';
    expect(
      outline(`${list}\n${head}一、工作成效\n（一）加强领导\n${text}\n二、存在问题\n${text}`),
    ).toEqual(['s1 工作成效', 's1-k1 加强领导', 's2 存在问题']);
  });

  it('are those of a list where they begin anew inside a chapter', () => {
    const list = `一、加强领导。${text}\n二、规范执法。${text}\n三、化解纠纷。${text}`;
    expect(outline(`${head}一、工作成效\n${text}\n${list}\n二、存在问题\n${text}`)).toEqual([
      's1 工作成效',
      's1-s1 加强领导。',
      's1-s2 规范执法。',
      's1-s3 化解纠纷。',
      's2 存在问题',
    ]);
  });
});

describe('numbers inside a line', () => {
  it('begin sections where the next number opens a line below', () => {
    expect(
      outline(`${head}一、工作成效\n（一）加强领导。1.压实责任。${text}\n2.带头学法。${text}`),
    ).toEqual(['s1 工作成效', 's1-k1 加强领导。', 's1-k1-n1 压实责任。', 's1-k1-n2 带头学法。']);
  });
});

describe('headings', () => {
  it('of one width are no lines that a program broke', () => {
    const name = '提高站位，压实法治建设责任';
    const all = [...'一二三四五六'].map((number) => `${number}、${name}\n——${text}`);
    expect(outline(head + all.join('\n')).filter((each) => each.startsWith('s'))).toContainEqual(
      `s6 ${name}`,
    );
  });

  it('are no sentences of a list that says nothing else of each', () => {
    expect(
      outline(
        `${head}一、存在问题\n1.执法力量与承担的任务不相匹配,一线人员年龄偏大。\n2.普法覆盖面不够。\n二、下步打算\n1.加强学习。\n2.加强执法。`,
      ),
    ).toEqual([
      's1 存在问题',
      's1-n1 —',
      's1-n2 —',
      's2 下步打算',
      's2-n1 加强学习。',
      's2-n2 加强执法。',
    ]);
  });

  it('are no sentences of points of which only the last is followed by another', () => {
    expect(
      outline(
        `${head}一、存在问题\n一是队伍老化，年轻人少。二是手段落后，效率不高。究其原因，是投入不足。`,
      ),
    ).toEqual(['s1 存在问题', 's1-i1 —', 's1-i2 —']);
  });
});
