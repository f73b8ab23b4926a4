/** `npm run inspect`: every stage of a real report, and files of every format. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Inspection, stages } from '../../scripts/convert/inspect/inspect.ts';
import { runCommand } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { buildDocx, paragraph } from '../import/build-docx.ts';
import { buildPdf, layOut } from '../import/build-pdf.ts';

const source = 'content/sources/152200-2021/source.txt';

async function inspected(...options: string[]): Promise<Inspection> {
  const { code, output } = await runCommand('inspect', {}, [...options, '--json']);
  expect(code, output).toBe(0);
  return JSON.parse(output.slice(output.indexOf('{'))) as Inspection;
}

describe('npm run inspect', () => {
  it('tells of a line what it is and which rule decided, for people', async () => {
    const { output } = await runCommand('inspect', {}, [source, '--line', '5']);
    expect(output).toContain('第5行　页面文字（以栏目名称开头（索引号、发布机构、来源等））');
    const heading = await runCommand('inspect', {}, [source, '--line', '21', '--stage', 'tree']);
    expect(heading.output).toMatch(
      /s1-k4　\(四\)坚持依法行政,推进严格规范公正文明执法　第21–23行　progress enforcement［标题“严格规范公正文明、文明执法”］（行首的序号；整段较短，全是标题；与前面同样形式的序号并列）/u,
    );
    expect(heading.output).not.toContain('s1-k3');
  });

  it('prints all stages as data, of one line if asked', async () => {
    const all = await inspected(source);
    expect(Object.keys(all)).toEqual([...stages]);
    expect(all.zones.map(({ number }) => number)).toContain(21);
    const one = await inspected(source, '--line', '23');
    expect(one.lines.map(({ number }) => number)).toEqual([23]);
    expect(one.tokens).toMatchObject([{ type: 'text', from: 23, to: 23, rules: [] }]);
    expect(one.facts.quantities.length).toBeGreaterThan(0);
    expect(one.mdast.children).toHaveLength(1);
  });

  it('reads web pages, Word files and PDFs as the import does', async () => {
    const folder = temporaryFolder('inspect');
    const lines = [
      '某某县2021年法治政府建设工作报告',
      '一、主要工作',
      '全年召开会议三次，部署各项工作。',
    ];
    const page = path.join(folder, 'a.html');
    writeFileSync(
      page,
      `<h1>${lines[0]}</h1>${lines
        .slice(1)
        .map((line) => `<p>${line}</p>`)
        .join('')}`,
    );
    const word = path.join(folder, 'a.docx');
    writeFileSync(word, buildDocx(lines.map((line) => paragraph(line))));
    const pdf = path.join(folder, 'a.pdf');
    writeFileSync(pdf, buildPdf(layOut(lines)));
    for (const file of [page, word, pdf]) {
      const { tokens } = await inspected(file, '--stage', 'tokens');
      expect(tokens.map(({ type, text }) => [type, text])).toEqual([
        ['title', lines[0]],
        ['heading', '主要工作'],
        ['text', lines[2]],
      ]);
    }
  });

  it('says what is wrong with what it was given', async () => {
    const nothing = await runCommand('inspect', {}, ['no-such-file.txt']);
    expect([nothing.code, nothing.output]).toEqual([1, expect.stringContaining('没有这个文件')]);
    const unknown = await runCommand('inspect', {}, [source, '--stage', 'mdx']);
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('用法')]);
  });
});
