/** What an import says in a terminal: what was recognised, how far it is, how it ended. */
import { kindNames } from '../../src/model/report-filter.ts';
import { isPoint } from '../../src/model/section-styles.ts';
import { formatMessages } from '../convert/messages.ts';
import type { Outcome } from './import-file.ts';
import { clip, pad, table } from './read/columns.ts';
import type { ExtractedDocument } from './read/document.ts';
import type { OutlineHeading, Recognition } from './recognise/recognise.ts';

function printedNumber({ style, number }: OutlineHeading): string {
  const forms: Record<string, string> = {
    s: `第 ${number} 章`,
    k: `（${number}）`,
    n: `${number}.`,
    m: `(${number})`,
    o: `[${number}]`,
    i: `要点 ${number}`,
  };
  return forms[style] ?? String(number);
}

/** Everything recognised in a report, for a person to look over. */
export function detectionText(document: ExtractedDocument, recognition: Recognition): string {
  const { detection, candidates, themes } = recognition;
  const none = '—（未识别）';
  const region = detection.region
    ? `${detection.region.path.join('')} ${detection.region.code}`
    : none;
  const others = candidates
    .filter(({ region: { code } }) => code !== detection.region?.code)
    .slice(0, 3)
    .map(({ region: { path, code } }) => `${path.join('')} ${code}`);
  /** A date with the label it was read under. */
  const dateWith = (name: 'published' | 'signed') => {
    const label = detection.evidence[name]?.label;
    return detection[name] === null ? none : `${detection[name]}${label ? `（${label}）` : ''}`;
  };
  const facts: [string, string][] = [
    ['格式', `${document.format}，${document.detail}，${document.text.trim().length} 字`],
    ['地区', `${region}${others.length > 0 ? `（另有：${others.join('；')}）` : ''}`],
    ['年度', detection.year === null ? none : String(detection.year)],
    ['标题', detection.title ?? none],
    ['报告机关', detection.issuer ?? none],
    ['乡镇街道', detection.town ?? none],
    ['主送', detection.addressee ?? none],
    ['发布机构', detection.publisher ?? none],
    ['报告主体', kindNames[detection.kind]],
    ['发布日期', dateWith('published')],
    ['落款日期', dateWith('signed')],
    ['文号', detection.documentNumber ?? none],
    ['索引号', detection.indexNumber ?? none],
    ['来源', detection.source ?? none],
    ['网址', document.hints.url ?? none],
    ['主题', themes.join('、') || none],
    [
      '附属文字',
      detection.furniture.map(({ line, text }) => `第 ${line} 行“${clip(text, 30)}”`).join('，') ||
        '无',
    ],
  ];
  const outline = detection.outline
    .filter((heading) => !isPoint(heading))
    .map(
      (entry) =>
        `${'  '.repeat(entry.level)}${printedNumber(entry)} ${clip(entry.heading ?? '（无标题）', 60)}`,
    );
  const points = detection.outline.filter(isPoint).length;
  return [
    ...facts.map(([name, value]) => `  ${pad(name, 10)}${value}`),
    `  ${pad('章节', 10)}${outline.length} 节，${points} 个要点`,
    ...outline.map((line) => `  ${line}`),
  ].join('\n');
}

/** A bar of progress that redraws its line on a terminal, and prints nothing elsewhere. */
export class Progress {
  readonly #total: number;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  step(name: string): void {
    this.#done++;
    if (!process.stderr.isTTY) return;
    const filled = Math.round((this.#done / this.#total) * 24);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
    const end = this.#done === this.#total ? '\n' : '';
    process.stderr.write(
      `\r\u001B[K${bar} ${this.#done}/${this.#total} ${clip(name, Math.max(10, (process.stderr.columns ?? 80) - 40))}${end}`,
    );
  }
}

const statusNames: Record<Outcome['status'] | 'done', string> = {
  imported: '已收录',
  replaced: '已更换',
  ready: '可收录',
  refused: '未收录',
  done: '先前已收录',
};

/** A line of the summary. */
export interface SummaryLine {
  file: string;
  status: Outcome['status'] | 'done';
  id?: string;
  note: string;
}

/** The table at the end of an import of many files. */
export function summaryText(lines: readonly SummaryLine[]): string {
  const rows = lines.map(({ file, status, id, note }) => [
    statusNames[status],
    id ?? '—',
    clip(note, 56),
    clip(file, 60),
  ]);
  const times = (status: SummaryLine['status']) =>
    lines.filter((line) => line.status === status).length;
  const counts = (['imported', 'replaced', 'ready', 'done', 'refused'] as const)
    .filter((status) => times(status) > 0)
    .map((status) => `${statusNames[status]} ${times(status)} 份`);
  return `${table([['结果', '编号', '标题或原因', '文件'], ...rows])}\n共 ${lines.length} 份：${counts.join('，')}。`;
}

export function outcomeMessages(outcome: Outcome): string {
  return formatMessages([outcome.file]);
}
