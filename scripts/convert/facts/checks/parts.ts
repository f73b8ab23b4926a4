/** Words that say a number is a part of one named before. */
import type { Quantity } from '../quantities/collect.ts';

const fates =
  /(?:保留|取消|共享|核验|废止|失效|修改|修订|维持|撤销|驳回|终止|确认违法|不予|完成|取得|推进|办结|审结|结案|整改|未|尚|正在|下放|承接|告知承诺|采纳|转办|立案|受理|合格|成功|解除|在册|回复|一审|二审|再审)/u;

/** Whether the words before a number say what became of some of the things counted before. */
export function isPart(local: string): boolean {
  return fates.test(local);
}

/** Whether two numbers count things of one name, said right before both: 检察建议118份 … 检察建议37份. */
export function sharedNoun(total: Quantity, item: Quantity): boolean {
  const a = total.local.trimEnd();
  const b = item.local.trimEnd();
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length++;
  return length >= 4;
}
