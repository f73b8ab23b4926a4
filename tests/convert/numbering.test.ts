/** What is said of the printed numbers of a report. */
import { expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { knowledge } from '../own.ts';

function messagesOn(text: string): string[] {
  const { files } = convertReport(
    {
      id: '110101-2021',
      source: new TextEncoder().encode(text),
      sourcePath: 'source.txt',
      annotationPath: 'report.yaml',
    },
    knowledge,
  );
  return files.flatMap((file) => file.messages.map(({ ruleId, line }) => `${line} ${ruleId}`));
}

it('calls a section repeated for its own number, not for one above it', () => {
  const text = `某某县2021年法治政府建设工作报告
一、加强领导
全年召开会议三次，研究部署各项工作。
二、规范执法
全年开展执法检查二十次，执法水平提高。
二、开展普法
（一）宣传活动
全年开展宣传活动八次，参加人员众多。
（二）法治讲座
全年举办法治讲座六次，参加人员众多。
（四）普法考试
全年组织普法考试两次，参加人员众多。`;
  expect(messagesOn(text)).toEqual(['6 number-repeated', '11 number-jump']);
});
