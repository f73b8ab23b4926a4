import { countByYear, filterQuery, type ListCounts } from '../../model/report-filter.ts';
import { routes } from '../../model/routes.ts';
import { element } from '../shared/dom.ts';
import { getJson, getPage } from '../shared/fetch-once.ts';
import { SiteElement } from '../shared/site-element.ts';
import { siteLink } from '../shared/site-link.ts';

/** Reports of other places that are offered. */
const mostNear = 6;

const link = (words: string, address: string) => element('a', { href: siteLink(address) }, words);

/** Codes of a region and of the prefecture and the province it lies in, itself first. */
const upwards = (code: string) => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/** The page of a region, or of the nearest one above it that has reports. */
async function nearestPlace(code: string): Promise<{ code: string; page: Document } | undefined> {
  for (const each of upwards(code)) {
    const page = await getPage(routes.region(each)).catch(() => undefined);
    if (page) return { code: each, page };
  }
  return undefined;
}

/** What the page of a region calls the region itself, or one directly below it. */
function nameOf(code: string, place: { code: string; page: Document }): string | undefined {
  const { page } = place;
  const words = place.code === code ? 'h1' : `[data-code="${code}"] th`;
  return page.querySelector(words)?.textContent?.trim();
}

/**
 * `<missing-page>` on the page that stands for what is not there. Where the address asks for a report that is not held, it
 * says so, and offers what is near: other years of the region, reports of the region around it, others of the year.
 */
class MissingPage extends SiteElement {
  protected begin(): void {
    const address = decoded(location.pathname);
    const [, code = '', year = ''] = /(?:^|\D)(\d{6})(?:\D?(\d{4}))?(?=\D|$)/.exec(address) ?? [];
    const [, onlyYear] = /\/years\/(\d{4})(?=\D|$)/.exec(address) ?? [];
    if (code) void this.#offer(code, year);
    else if (onlyYear) void this.#offerYears(onlyYear);
    const words = address.split('/').findLast((segment) => /\p{Script=Han}/u.test(segment));
    const input = this.querySelector('input');
    if (words && input) input.value = words;
  }

  #tell(title: string, words: string): void {
    this.place('title').textContent = title;
    this.say(words);
    this.place('advice').hidden = true;
  }

  async #offerYears(asked: string): Promise<void> {
    const { years } = await getJson<ListCounts>(routes.listCounts());
    this.#tell('尚未收录这个年度', `${asked} 年度的报告尚未收录，不等于没有发布。`);
    const ways = years.map(({ year }) => link(`${year} 年度的报告`, routes.year(year)));
    this.place('near').replaceChildren(element('p', { class: 'ways' }, ...ways));
  }

  async #offer(code: string, year: string): Promise<void> {
    const [place, counts] = await Promise.all([
      nearestPlace(code),
      getJson<ListCounts>(routes.listCounts()).catch(() => undefined),
    ]);
    if (!place) return;
    const name = nameOf(code, place) ?? `代码为 ${code} 的地区`;
    this.#tell(
      year ? '尚未收录这份报告' : '尚未收录这个地区',
      `${name}${year && ` ${year} 年度`}的报告尚未收录，不等于没有发布。`,
    );
    const around = place.page.querySelector('h1')?.textContent?.trim() ?? '';
    const near = nearReports(place.page, code, year);
    const isOwn = near[0]?.dataset['report']?.startsWith(code);
    const held = counts?.years.some((each) => String(each.year) === year);
    const filter = { level: '', kind: '', year, province: code.slice(0, 2) };
    const inProvince = year !== '' && counts && countByYear(filter, counts).length > 0;
    this.place('near').replaceChildren(
      ...(near.length > 0
        ? [
            element('h2', {}, isOwn ? '已收录的其他年度' : `${around}已收录的报告`),
            element('ul', { class: 'report-list' }, ...near),
          ]
        : []),
      element(
        'p',
        { class: 'ways' },
        link(`${around}的全部报告`, routes.region(place.code)),
        inProvince && link(`同省 ${year} 年度的报告`, routes.reports() + filterQuery(filter)),
        held && link(`${year} 年度的报告`, routes.year(Number(year))),
        link(`订阅${around}的新报告`, routes.regionFeed(place.code)),
      ),
    );
    this.dispatchEvent(new Event('listed', { bubbles: true }));
  }
}

/** Reports on the page of a region, as it shows them: those of the body asked for first, then those of the year. */
function nearReports(page: Document, code: string, year: string): HTMLElement[] {
  const distance = ({ dataset }: HTMLElement) => {
    const [ofCode = '', ofYear] = (dataset['report'] ?? '').split('-');
    return (ofCode === code ? 0 : 2) + (ofYear === year ? 0 : 1);
  };
  const all = [...page.querySelectorAll<HTMLElement>('.report-list [data-report]')];
  const near = all.sort((a, b) => distance(a) - distance(b)).slice(0, mostNear);
  return near.map((report) => document.importNode(report, true));
}

/** An address can be typed by anyone. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

customElements.define('missing-page', MissingPage);
