/** `npm run docs`: what documents repeat of the code: a page for every rule, the list of rules in the editors' guide, the picture of the structure. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';
import { ruleIndex, rulePage, withRuleList } from '../check/rule-page.ts';
import { catalogue, type RuleId } from '../convert/messages.ts';
import { defineCommand } from '../files/run-command.ts';
import { withStructure } from '../measure/structure.ts';

function rewrite(name: string, change: (text: string) => string): void {
  const file = path.join(programDir, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

await defineCommand({
  name: 'docs',
  about: '重写文档中由代码得出的部分：规则各页、规则表、结构图。',
  async run() {
    const folder = path.join(programDir, 'docs/rules');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const ids = Object.keys(catalogue) as RuleId[];
    for (const id of ids) writeFileSync(path.join(folder, `${id}.md`), rulePage(id));
    writeFileSync(path.join(folder, 'README.md'), ruleIndex());
    rewrite('content/README.md', withRuleList);
    rewrite('docs/architecture.md', withStructure);
    console.log(`已写入 docs/rules：${ids.length} 条规则，以及 docs/architecture.md 的结构图。`);
  },
});
