/** The page of a rule in the documentation, made of the catalogue of messages. */
import { catalogue, levelNames, messageText, type RuleId } from '../convert/messages.ts';
import { ruleExamples } from './rule-examples.ts';

const effects = {
  error: '错误。这份报告不会发布，`npm run check:content` 以失败结束。',
  warning: '提醒。报告照常发布，但值得核对。',
};
const importEffects = {
  error: '错误。这个文件不会收录，收录的其他文件不受影响。',
  warning: '提醒。文件照常收录，但值得核对。',
};

/** What the blanks of messages hold. */
const blankNames: Record<string, string> = {
  id: '编号',
  code: '代码',
  byte: '字节',
  folder: '文件夹',
  detail: '详情',
  key: '键',
  value: '值',
  expected: '应有的值',
  detected: '识别的值',
  exact: '引文',
  count: '数量',
  usual: '数量',
  line: '行号',
  lines: '应加的各行',
  why: '原因',
  slug: '代号',
  title: '题名',
  number: '序号',
  before: '序号',
  after: '序号',
  year: '年度',
  to: '新编号',
  text: '文字',
  file: '文件',
  hash: '校验值',
  name: '名称',
  heading: '标题',
  size: '大小',
  limit: '上限',
  pages: '页数',
  example: '例子',
  kind: '种类',
  evidence: '依据',
  percent: '百分比',
  how: '方式',
  hint: '',
};

/** Blanks of a message in words: `{id}` → 〈编号〉. No angle bracket is left that Markdown would read. */
const blanks = (text: string) =>
  text
    .replace(/\{(\w+)\}/gu, (_, name: string) => {
      const words = blankNames[name] ?? name;
      return words && `〈${words}〉`;
    })
    .replaceAll('<', '〈')
    .replaceAll('>', '〉');
const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? blanks(whole)));

/** What was expected, then what to do; lines to be written into a file stand in a block of their own. */
function advice(note: string): string {
  const cut = note.indexOf('。') + 1;
  const [first = '', ...lines] = note.slice(cut).split('\n');
  const last = lines.length > 0 ? lines.pop() : undefined;
  return [
    note.slice(0, cut),
    first,
    lines.length > 0 ? `\`\`\`yaml\n${lines.join('\n')}\n\`\`\`` : '',
    last ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Markdown of the page; the same catalogue gives the same bytes. */
export function rulePage(id: RuleId): string {
  const { level, reason, note } = catalogue[id];
  const { at = 'content/sources/530102-2020/source.txt', values = {} } = ruleExamples[id] ?? {};
  const example = messageText({
    place: [at],
    level,
    rule: id,
    reason: fill(reason, values),
    note: fill(note, values),
  });
  return `# ${id}

${blanks(reason)}。

## 性质

${id.startsWith('import-') ? importEffects[level] : effects[level]}

## 期望与处理

${advice(blanks(note))}

## 示例

\`\`\`text
${example}
\`\`\`
`;
}

/** The rules as a list with expectation and remedy, for the editor's guide. */
export function ruleList(): string {
  return (Object.keys(catalogue) as RuleId[])
    .map((id) => {
      const { level, reason, note } = catalogue[id];
      const words = blanks(`${reason}。${note}`).replaceAll(/(?<!\s)\s*\n\s*/gu, ' ');
      return `- \`${id}\`（${levelNames[level]}）：${words}`;
    })
    .join('\n');
}

const guideList = /(?<=<!-- rules:begin -->\n)[\s\S]*?(?=<!-- rules:end -->)/u;

/** The editor's guide with the present list of rules. */
export function withRuleList(guide: string): string {
  return guide.replace(guideList, () => `\n${ruleList()}\n\n`);
}

/** The list of all pages. */
export function ruleIndex(): string {
  const rows = (Object.keys(catalogue) as RuleId[]).map(
    (id) =>
      `| [${id}](${id}.md) | ${levelNames[catalogue[id].level]} | ${blanks(catalogue[id].reason)} |`,
  );
  return `# 规则一览

\`npm run check:content\`、\`npm run import\` 和 \`npm run convert\` 的每一条消息都带有规则编号。本目录由 \`npm run docs\` 从 \`scripts/convert/messages.ts\` 生成，不要手工修改。

| 规则 | 性质 | 含义 |
| --- | --- | --- |
${rows.join('\n')}
`;
}
