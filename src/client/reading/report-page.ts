/** What a report page loads at once, and what it loads when the address, the page or a reader asks for it. */
import './citation-box.ts';
import './reading-bar.ts';
import './toc-follow.ts';
import type { ReportWord } from './report-word.ts';
import type { SectionMenu } from './section-menu.ts';
import type { ShareReport } from './share-report.ts';

const query = new URLSearchParams(location.search);
if (query.has('only')) void import('./only-section.ts');
if (query.has('q')) void import('../search/search-marks.ts');
if (document.querySelector('fragment-redirects')) void import('./fragment-redirects.ts');

const menu = document.querySelector<SectionMenu>('section-menu');
const word = document.querySelector<ReportWord>('report-word');
const share = document.querySelector<ShareReport>('share-report');

document.addEventListener('click', async (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.permalink');
  // Without popovers, and with a modifier key, links stay links.
  if (!link || !menu || !('popover' in menu) || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  await import('./section-menu.ts');
  menu.open(link);
});

word?.querySelector('button')?.addEventListener('click', async () => {
  await import('./report-word.ts');
  await word.save();
});

share?.querySelector('[popover]')?.addEventListener('beforetoggle', async (event) => {
  if ((event as ToggleEvent).newState !== 'open') return;
  // Phones have a sheet of their own.
  const bySystem = 'share' in navigator && matchMedia('(pointer: coarse)').matches;
  if (bySystem) event.preventDefault();
  const { shareBySystem } = await import('./share-report.ts');
  if (bySystem) await shareBySystem();
  else share.show();
});
