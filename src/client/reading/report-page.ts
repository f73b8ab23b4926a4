/** What a report page loads at once, and what it loads only where the address or the page asks for it. */
import './citation-box.ts';
import './reading-bar.ts';
import './section-menu.ts';
import './share-report.ts';
import './toc-follow.ts';

const query = new URLSearchParams(location.search);
if (query.has('only')) void import('./only-section.ts');
if (query.has('q')) void import('../search/search-marks.ts');
if (document.querySelector('fragment-redirects')) void import('./fragment-redirects.ts');
