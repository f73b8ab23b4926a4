/** Why a section has a theme, in words. */
import type { ThemeEvidence } from './report.ts';

const places: Readonly<Record<ThemeEvidence['from'], string>> = {
  heading: '标题',
  text: '文中',
  below: '下级各节',
  above: '随上级',
  editor: '编者所定',
};

/** What decided on a theme: `标题“普法、宣传”`. */
export const evidenceWords = ({ from, words }: ThemeEvidence) =>
  words.length > 0 ? `${places[from]}“${words.join('、')}”` : places[from];
