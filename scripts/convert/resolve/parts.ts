/** Parts of a report, recognised by what headings say: the table is in `themes.yaml`. */
import type { Part } from '../../../src/model/report.ts';
import type { PartDefinition } from '../../../src/model/themes.ts';

/** Words of a heading that say nothing of its subject, and so leave a heading of a part what it is. */
const filler =
  /20\d\d年度?|(?:本|上|新|今|去)(?:一)?年度?|(?:全面)?(?:推进|推动|加强|深化)|法[治制](?:政府)?建设|依法行政|依法治[省市县区州盟旗镇乡]|法治政府|工作|(?:总体|具体|基本|主要|重点|突出|初步)|措施|任务|举措|情况|方面|目前|当前|仍然?|还|以来|我[省市县区州盟旗局镇乡委]|全[省市县区州盟旗局镇乡]|[省市县区州盟旗局镇乡]|存在|取得|下|上|一些|及其?|和|与|以及|的|之处|[、,，:：()（）\s]/gu;
/** What may be left of a heading that names nothing but a part. */
const mostLeft = 1;

interface Named {
  part: Part;
  /** The heading says nothing beside it. */
  alone: boolean;
  /** Holds below chapters though the heading says more. */
  anywhere: boolean;
  /** The heading names the plan behind its part: 问题和打算. */
  plans: boolean;
}

/** What is said of what is wanting. */
const wanting =
  /不[足够强高深畅浓紧活严全力]|不(?:到位|平衡|规范|充分|适应|完善|及时|明显)|偏[弱少低]|多发|薄弱|欠缺|缺乏|滞后|有待|短板|参差|盲[区点]|差距|难$/u;

/** Whether a heading names something that is wanting: 执法力量偏弱. */
export const isWanting = (heading: string): boolean => wanting.test(heading);

/** The part a heading names, of several the first; undefined where it names none. @param heading in Simplified characters */
export function partNamed(
  heading: string,
  definitions: readonly PartDefinition[],
): Named | undefined {
  const found = definitions
    .flatMap(({ slug, cues, whole, anywhere }) => {
      if (whole.includes(heading)) return [{ part: slug, at: -1, anywhere, cues }];
      const places = cues.map((cue) => heading.search(cue)).filter((at) => at >= 0);
      return places.length > 0 ? [{ part: slug, at: Math.min(...places), anywhere, cues }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const [first] = found;
  if (!first) return undefined;
  const rest = found
    .flatMap(({ cues }) => cues)
    .reduce((left, cue) => left.replace(cue, ''), heading)
    .replace(filler, '');
  return {
    part: first.part,
    alone: first.at < 0 || rest.length <= mostLeft,
    anywhere: first.anywhere,
    plans: found.some(({ part }) => part === 'plan'),
  };
}
