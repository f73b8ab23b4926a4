/** Shows what others write: sentences of about the same wording together, each with the control that takes it. */

import { routes } from '../../model/routes.ts';
import { sectionPlace } from '../../model/section-label.ts';
import { nameOf } from '../compare/compare-words.ts';
import { takeButton } from '../excerpts/take-button.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import type { Group, Said } from './said.ts';

/** Sentences of a group that are shown at once. */
const shownAtOnce = 3;

/** A sentence with its control and where it stands. */
function sentenceItem({ report, section, text }: Said): HTMLElement {
  const href = siteLink(routes.quote(report.id, section, `"${text.slice(0, 40)}"`));
  return element(
    'li',
    { class: 'sentence' },
    element('p', {}, text, takeButton({ report: report.id, section, words: text })),
    element('a', { href }, `${nameOf(report)} ${sectionPlace(section)}`),
  );
}

/** Sentences of one report in their order; where they stand is told once for each section. */
export const sentenceList = (said: readonly Said[]): HTMLElement =>
  element(
    'ul',
    {},
    ...said.map((each, at) => {
      const item = sentenceItem(each);
      if (said[at + 1]?.section === each.section) item.querySelector('a')?.remove();
      return item;
    }),
  );

/** Sentences that several reports share. */
export function groupItem({ said, reports, own }: Group): HTMLElement {
  const [shown, folded] = [said.slice(0, shownAtOnce), said.slice(shownAtOnce)];
  return element(
    'section',
    { class: 'said' },
    element('h3', {}, `共 ${reports} 份提到${own ? '，本地区上一年也提到' : ''}`),
    element('ul', {}, ...shown.map(sentenceItem)),
    folded.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, `另外 ${folded.length} 句`),
        element('ul', {}, ...folded.map(sentenceItem)),
      ),
  );
}
