/** `npm run docs:rules`: a page for every rule of the catalogue, into `docs/rules`, and the list of them in the editor's guide. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../src/settings.ts';
import { ruleIndex, rulePage, withRuleList } from './check-content/rule-page.ts';
import { catalogue, type RuleId } from './convert/messages.ts';

const folder = path.join(programDir, 'docs/rules');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const ids = Object.keys(catalogue) as RuleId[];
for (const id of ids) writeFileSync(path.join(folder, `${id}.md`), rulePage(id));
writeFileSync(path.join(folder, 'README.md'), ruleIndex());
const guide = path.join(programDir, 'content/README.md');
writeFileSync(guide, withRuleList(readFileSync(guide, 'utf8')));
console.log(`已写入 docs/rules：${ids.length} 条规则。`);
