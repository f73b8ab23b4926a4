/** The questions of an import, put to a person at a terminal. */
import readline from 'node:readline/promises';
import type { Regions } from '../../src/model/regions.ts';
import { catalogue } from '../convert/messages.ts';
import type { Questions } from './import-file.ts';
import { findRegion } from './recognise/find-region.ts';
import type { Refusal } from './refusal.ts';
import { detectionText } from './show.ts';

function reasonOf({ rule, values }: Refusal): string {
  return catalogue[rule].reason.replace(/\{(\w+)\}/gu, (_, name: string) =>
    String(values[name] ?? ''),
  );
}

/** Asks on standard error, so that standard output stays what the command prints. */
export function askAtTerminal(regions: Regions): Questions & { close(): void } {
  let terminal: readline.Interface | undefined;
  const ask = async (question: string): Promise<string> => {
    terminal ??= readline.createInterface({ input: process.stdin, output: process.stderr });
    // Ctrl-C and Ctrl-D give up, as an empty answer does.
    return terminal.question(question).then(
      (answer) => answer.trim(),
      () => '',
    );
  };
  return {
    close: () => terminal?.close(),
    show: (document, recognition) => console.error(`${detectionText(document, recognition)}\n`),
    async region({ candidates }) {
      const listed = candidates.slice(0, 5);
      for (const [at, { region, evidence }] of listed.entries())
        console.error(
          `  ${at + 1}  ${region.path.join('')} ${region.code}（${evidence.join('，')}）`,
        );
      for (;;) {
        const answer = await ask('不能确定地区。请输入序号、区划代码或名称（直接回车放弃）：');
        if (answer === '') return undefined;
        const chosen = listed[Number(answer) - 1]?.region ?? findRegion(answer, regions);
        if (chosen && 'code' in chosen) return chosen.code;
        console.error(
          chosen ? `同名地区有：${chosen.several.join('；')}` : '没有这个地区，请重新输入。',
        );
      }
    },
    async year({ detection }) {
      const published = detection.published ? `（发布于 ${detection.published}）` : '';
      for (;;) {
        const answer = await ask(
          `看不出报告所述的年度${published}。请输入四位年度（直接回车放弃）：`,
        );
        if (answer === '') return undefined;
        if (/^(?:19|20)\d{2}$/u.test(answer)) return Number(answer);
      }
    },
    async goOn(refusal) {
      return /^(?:y|yes|是)$/iu.test(await ask(`${reasonOf(refusal)}。仍要收录吗？（y/N）`));
    },
    async taken(refusal) {
      console.error(`${reasonOf(refusal)}。`);
      for (;;) {
        const answer = await ask(
          '输入 r 更换为更正后的版本，输入后缀（小写字母和数字）另存一份，直接回车放弃：',
        );
        if (answer === '') return undefined;
        if (answer === 'r') return { replace: true };
        if (/^[a-z0-9][a-z0-9-]*$/u.test(answer)) return { suffix: answer };
      }
    },
  };
}
