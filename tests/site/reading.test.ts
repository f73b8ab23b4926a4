/** Reading a report: where one is, the parts around it, what can be copied of every part, one part alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ReportData, Section } from '../../src/model/report.ts';
import { routes } from '../../src/model/routes.ts';
import { sectionPlace } from '../../src/model/section-label.ts';
import { withoutBlanks } from '../convert/hostile.ts';
import { officialPage, originals } from './many.ts';
import { type Visitor, visit } from './visit.ts';

const report = 'reports/632800-2020/';
let site: Visitor;
let page: Page;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
  page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(() => site.close());

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

/** Opens the menu of a part and does one of the things. */
async function menu(id: string, what: string, scope?: string): Promise<string> {
  await page.locator(`[href="#${id}"].permalink`).first().click();
  await page.waitForSelector('.section-menu:popover-open');
  if (scope) await page.click(`.section-menu [data-scope="${scope}"]`);
  await page.click(`.section-menu [data-do="${what}"]`);
  const status = page.locator('section-menu [role=status]');
  await status.filter({ hasText: /./ }).waitFor();
  return (await status.textContent()) ?? '';
}

describe('the reading bar', () => {
  it('tells the section and leads to the ones before and after it', async () => {
    await page.goto(site.url + report);
    const bar = page.locator('reading-bar nav');
    const where = page.locator('reading-bar [data-place=where]');
    expect(await where.textContent()).toBe('海西州2020年度法治政府建设工作报告');
    expect(await bar.isVisible(), 'at the top of the page').toBe(false);
    await page.goto(`${site.url}${report}#s1`);
    await where.filter({ hasText: '一、主要举措及成效' }).waitFor();
    expect(await bar.isVisible()).toBe(true);
    await page.click('reading-bar [data-to=next]');
    await where.filter({ hasText: '(一)全面履行法治政府职能' }).waitFor();
    expect(await page.locator('reading-bar [data-place=count]').textContent()).toBe('2 / 17');
    await page.click('reading-bar [data-to=previous]');
    await where.filter({ hasText: '一、主要举措及成效' }).waitFor();
    await page.evaluate(() => document.querySelector('#after-text')?.scrollIntoView(false));
    await expect
      .poll(() =>
        page.locator('reading-bar').evaluate((bar) => bar.style.getPropertyValue('--read')),
      )
      .toBe('1.000');
  });

  it('tells the section that was gone to in low windows', async () => {
    await page.setViewportSize({ width: 720, height: 450 });
    await page.goto(`${site.url}reports/330182-2020/?low#s1-k5`);
    const where = page.locator('reading-bar [data-place=where]');
    await where.filter({ hasText: '(五)强化矛盾化解' }).waitFor();
    expect(await page.locator('reading-bar [data-place=count]').textContent()).toBe('6 / 13');
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('goes with the table of contents, which says of a section what its heading does not', async () => {
    await page.goto(`${site.url}${report}#s2`);
    const current = page.locator('toc-follow [aria-current]');
    await current.filter({ hasText: '存在的问题和短板' }).waitFor();
    const labels = async (id: string) =>
      (await page.locator(`.toc li:has(> [href="#${id}"]) > .toc-marks`).allTextContents()).join();
    expect(await labels('s2'), '二、存在的问题和短板').toBe('');
    await page.goto(`${site.url}reports/330182-2020/`);
    expect(await labels('s1'), '一、主要举措和成效').toBe('');
    expect(await labels('s1-k4'), '(四)强化过程监督,全面规范行政执法').toBe('');
    expect(await labels('s3'), '三、2021年主要工作安排').toContain('下一步安排');
    expect(await labels('s1-k3'), '(三)强化制度约束,全面落实依法决策').toContain(
      '立法与规范性文件',
    );
  });
});

describe('every part', () => {
  it('has a menu: section, point and paragraph', async () => {
    await page.goto(site.url + report);
    const without = await page.evaluate(() =>
      [...document.querySelectorAll('article :is(section[id], p[id])')]
        .filter(({ id, parentElement }) => {
          // The first paragraph of a point stands for the point, the printed title for the report.
          const holder = document.getElementById(id.replace(/-p1$/, ''));
          return (
            id !== 'title' &&
            !document.querySelector(`a.permalink[href="#${id}"]`) &&
            !(holder?.contains(parentElement) && holder.querySelector(`[href="#${holder.id}"]`))
          );
        })
        .map(({ id }) => id),
    );
    expect(without).toEqual([]);
  });

  it('gives its link, its text with the source, and four forms of citation', async () => {
    await page.goto(`${site.url}${report}?q=应诉`);
    expect(await menu('s1-k7-i3', 'link')).toBe('已复制链接');
    const address = `${site.url}${report}#s1-k7-i3`;
    expect(await clipboard()).toBe(
      `《海西州2020年度法治政府建设工作报告》一、(七)三是\n${address}`,
    );
    await menu('s1-k7-i3', 'text');
    const [text = '', source = ''] = (await clipboard()).split('\n');
    expect(text).toMatch(/^三是各级部门主动参加行政应诉。.*61%。$/);
    expect(source).toBe(`——《海西州2020年度法治政府建设工作报告》一、(七)三是，${address}`);
    await menu('s1-k7-i3', 'gbt7714');
    expect(await clipboard()).toMatch(
      /^海西蒙古族藏族自治州人民政府\. .*：西政〔2021〕5号\[R\/OL\]\. 2021-02-26\. http.*#s1-k7-i3\.$/,
    );
    await menu('s1-k7-i3', 'bibtex');
    expect(await clipboard()).toContain('@techreport{632800-2020-s1-k7-i3,');
    await menu('s1-k7-i3', 'ris');
    expect(await clipboard()).toMatch(/^TY {2}- RPRT\n/);
    await menu('s1-k7-i3', 'csl');
    expect(JSON.parse(await clipboard())[0].URL).toBe(address);
  });

  it('is copied from a page that came without encryption', async () => {
    const office = 'http://office.example';
    const plain = await site.browser.newContext();
    const at = await plain.newPage();
    await plain.route(`${office}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({
        response: await route.fetch({ url: new URL(pathname, site.url).href }),
      });
    });
    await at.goto(`${office}/${report}`);
    expect(await at.evaluate(() => isSecureContext)).toBe(false);
    const pasted = async () => {
      await at.locator('reading-bar').evaluate((bar) => bar.scrollIntoView());
      await at.fill('.site-search input', '');
      await at.press('.site-search input', 'Control+V');
      return at.inputValue('.site-search input');
    };
    await at.locator('[href="#s1-k7-i3"].permalink').click();
    await at.click('.section-menu [data-do=link]');
    await at.locator('section-menu [role=status]', { hasText: '已复制链接' }).waitFor();
    expect(await pasted()).toContain(`${office}/${report}#s1-k7-i3`);
    await at.locator('citation-box').scrollIntoViewIfNeeded();
    await at.click('citation-box button');
    await at.locator('citation-box [role=status]', { hasText: '已复制' }).waitFor();
    expect(await pasted()).toContain('西政〔2021〕5号[R/OL]');
    await plain.close();
  });

  it('can be widened to the sections around it', async () => {
    await menu('s1-k7-i3', 'text', 's1-k7');
    const lines = (await clipboard()).split('\n');
    expect(lines[0]).toBe('(七)积极化解矛盾纠纷,依法维护群众合法权益。');
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toContain('一、(七)，');
  });

  it('can be read alone, and in context again', async () => {
    await page.goto(site.url + report);
    const before = withoutBlanks((await page.locator('article').textContent()) ?? '');
    await page.locator('[href="#s1-k7"].permalink').click();
    await page.click('.section-menu [data-do=only]');
    await page.waitForURL('**/?only=s1-k7#s1-k7');
    await page.locator('only-section').waitFor();
    expect(await page.locator('only-section').textContent()).toContain('一、(七)');
    expect(await page.locator('#s1-k7-i3').isVisible()).toBe(true);
    expect(await page.locator('#s1-k6').isVisible()).toBe(false);
    expect(await page.locator('#s1 > .head').isVisible()).toBe(true);
    const alone = withoutBlanks((await page.locator('article').textContent()) ?? '');
    expect(alone, 'nothing is taken out of the article').toBe(before);
    await page.click('only-section a');
    await page.waitForURL(`**/${report}#s1-k7`);
    expect(await page.locator('#s1-k6').isVisible()).toBe(true);
  });

  it('comes back whole when another part is gone to', async () => {
    await page.goto(`${site.url}${report}?only=s1-k7#s1-k7`);
    await page.locator('only-section').waitFor();
    await page.locator('toc-follow a[href="#s2"]').first().click();
    await page.locator('#s2').waitFor({ state: 'visible' });
    expect(new URL(page.url()).search).toBe('');
  });
});

/** Where the first sentence of the text begins, whose the headings are, and how the head of the page lies. */
const firstScreen = (window: Page) =>
  window.evaluate(() => {
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .filter(seen)
        .map((each) => each.getBoundingClientRect());
    const [first] = boxes('article :is(.head, p:not(.printed-title))');
    const title = document.querySelector('h1')?.textContent?.trim();
    const titles = [...document.querySelectorAll('main :is(h1, p)')].filter(
      (each) => seen(each) && each.textContent?.trim() === title,
    );
    const rows = boxes('.report-tools :is(.tool, .compare-toggle, .year-strip)');
    return {
      // A line of the first sentence, not its box alone.
      first: ((first?.top ?? Number.NaN) + 33) / innerHeight,
      titles: titles.length,
      rows: new Set(rows.map(({ top, bottom }) => Math.round((top + bottom) / 2))).size,
    };
  });

describe('the first screen', () => {
  it.each([
    [1440, 900],
    [390, 844],
  ])('begins with the report at %i × %i px', async (width, height) => {
    const many = await visit(inject('manySiteDir'));
    const window = await many.open({ viewport: { width, height } });
    const own = await site.open({ viewport: { width, height } });
    for (const address of [
      `${site.url}reports/330182-2020/`,
      `${site.url}reports/632800-2020/`,
      `${site.url}reports/152200-2021/`,
      `${many.url}reports/632800-2021/`,
    ]) {
      const at = address.startsWith(site.url) ? own : window;
      await at.goto(address);
      const { first, ...head } = await firstScreen(at);
      expect(first, address).toBeLessThan(0.5);
      expect(head, address).toEqual({ titles: 1, rows: 1 });
    }
    await own.goto(`${site.url}reports/330182-2020/`);
    expect(await own.locator('.report-line').textContent()).toMatch(
      /^\s*建德市人民政府\s*2021年3月22日发布\s*6,207 字\s*$/,
    );
    const order = await own.evaluate(() => {
      const about = document.querySelector('.provenance') as Element;
      return document.querySelector('article')?.compareDocumentPosition(about);
    });
    expect(order, 'source and hash come behind the text').toBe(4);
    expect(await own.locator('.provenance').textContent()).toContain('没有记录原发布网页的地址');
    await own.context().close();
    await many.close();
  });

  it('opens the contents over the text on phones, and the text keeps its place', async () => {
    const phone = await site.open({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${site.url}reports/330182-2020/#s1-k5`);
    await phone.locator('.toc [aria-current][href="#s1-k5"]').waitFor({ state: 'attached' });
    const before = await phone.evaluate(() => scrollY);
    await phone.click('reading-bar [popovertarget=contents]');
    const entry = phone.locator('.toc a[href="#s2"]');
    expect(await entry.isVisible()).toBe(true);
    expect(await phone.evaluate(() => scrollY)).toBe(before);
    await entry.click();
    await phone.waitForFunction(() => !document.querySelector('.toc:popover-open'));
    expect(new URL(phone.url()).hash).toBe('#s2');
    // The bar that leads from hit to hit takes one line as well.
    await phone.setViewportSize({ width: 360, height: 640 });
    await phone.goto(`${site.url}reports/330182-2020/?q=行政执法#s1-k4`);
    await phone.getByRole('button', { name: '下一处' }).waitFor();
    const middles = await phone
      .locator('search-marks > :is(button, [role=status])')
      .evaluateAll((all) =>
        all.map((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return Math.round((top + bottom) / 2);
        }),
      );
    expect(middles).toHaveLength(4);
    expect(new Set(middles).size, middles.join()).toBe(1);
    await phone.context().close();
  });
});

describe('headings', () => {
  it.each([
    ['with', ''],
    ['without', '* { --font-kai: serif !important }'],
  ])('are larger than their text, level by level, %s 楷体', async (_, style) => {
    await page.goto(`${site.url}${report}`);
    if (style)
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, style);
    const sizes = await page.evaluate(() =>
      ['#s1 > .head h2', '#s1-k1 > .head h3', '#s1-k1-i1 p'].map((selector) =>
        Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).fontSize),
      ),
    );
    const [chapter = 0, section = 0, text = 0] = sizes;
    expect(chapter).toBeGreaterThan(section);
    expect(section).toBeGreaterThan(text);
  });
});

describe('the margin', () => {
  it('has beside a paragraph its figures with those of peers, checks, notes and documents', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${site.url}reports/330182-2020/`);
    const beside = (id: string) =>
      page
        .locator(`[id="beside-${id}"] a`)
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    const court = await beside('s1-k5-i2-p1');
    expect(court).toContain('行政机关负责人出庭应诉率 · 本级，77.27%');
    expect(court).toContain('《建德市行政机关负责人出庭应诉实施办法》');
    expect(await beside('s1-k2-i2-p1')).toContain(
      '核算，按文中数字计算为 90.04%，1-109÷1094=90.04%',
    );
    const box = await page.locator('[id="beside-s1-k5-i2-p1"]').boundingBox();
    const text = await page.locator('#s1-k5-i2-p1').boundingBox();
    if (!box || !text) throw new Error('nothing beside the paragraph');
    expect(box.x).toBeGreaterThan(text.x + text.width);
    expect(Math.abs(box.y - text.y)).toBeLessThan(30);
    await page.goto(`${site.url}reports/620524-2020/`);
    const notes = page.locator('.beside [data-kind=note]').first();
    expect(await notes.getAttribute('aria-label')).toContain('此处年份疑为');

    const many = await visit(inject('manySiteDir'));
    const other = await many.open();
    await other.goto(`${many.url}reports/630102-2020/`);
    const figure = other.locator('.beside [data-kind=figure]', { has: other.locator('small') });
    expect(await figure.first().getAttribute('aria-label')).toMatch(
      /，青海省县级另 3[0-9] 份：[\d,.]+.*$/,
    );
    await many.close();
  });

  it('folds into a sign where there is no room, and goes for who wants the text alone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}reports/330182-2020/`);
    const beside = page.locator('[id="beside-s1-k5-i2-p1"]');
    expect(await beside.isVisible()).toBe(false);
    await page.click('#s1-k5-i2 .beside-sign');
    expect(await beside.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await beside.isVisible()).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByLabel('只看正文').check();
    const added = page.locator('article :is(.beside, .check-ref, .marks)').first();
    expect(await added.isVisible()).toBe(false);
    await page.reload();
    expect(await page.getByLabel('只看正文').isChecked()).toBe(true);
    expect(await added.isVisible()).toBe(false);
    await page.getByLabel('只看正文').uncheck();
    expect(await page.locator('article .check-ref').first().isVisible()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('says beside the plan whether the report of the next year is held', async () => {
    const many = await visit(inject('manySiteDir'));
    const other = await many.open();
    await page.goto(`${site.url}reports/330182-2020/`);
    expect(await page.locator('article .next-year').getAttribute('data-label')).toBe(
      '2021 年度报告尚未收录，暂无结果可对照',
    );
    await other.goto(`${many.url}reports/632800-2020/`);
    expect(await other.locator('article .next-year').getAttribute('href')).toBe(
      '/reports/632800-2020/next/',
    );
    await many.close();
  });
});

describe('an address', () => {
  it('is shared with the title and the section, and as a QR code', async () => {
    await page.goto(`${site.url}${report}#s1-k7`);
    await page.locator('share-report > button').click();
    const address = `${site.url}${report}#s1-k7`;
    await page.locator('.share svg').waitFor();
    expect(await page.locator('.share svg').getAttribute('aria-label')).toBe(`二维码：${address}`);
    await page.click('.share [data-do=copy]');
    await page.locator('.share [role=status]').filter({ hasText: '已复制' }).waitFor();
    expect(await clipboard()).toBe(`《海西州2020年度法治政府建设工作报告》一、(七)\n${address}`);
  });

  it('of the page it was published on is given, and leads to the words', async () => {
    const many = await visit(inject('manySiteDir'));
    const other = await many.open();
    await other.goto(`${many.url}reports/632800-2021/`);
    expect(await other.locator('.report-line a').getAttribute('href')).toBe(officialPage);
    await other.locator('[href="#s1-k7-i3"].permalink').click();
    const official = other.locator('.section-menu [data-do=official]');
    await other.waitForSelector('.section-menu:popover-open');
    await expect
      .poll(async () => decodeURIComponent((await official.getAttribute('href')) ?? ''))
      .toMatch(
        /^https:\/\/www\.haixi\.example\/2021\.html#:~:text=三是各级部门主动参加行政应诉,.*61%$/,
      );
    await many.close();
  });
});

describe('the report', () => {
  it('prints with its ids and a whole citation, and without the tools of the screen', async () => {
    await page.goto(site.url + report);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.citation-text').textContent()).toMatch(
      /2021-02-26\. http:.*\/reports\/632800-2020\/\.$/,
    );
    const sign = await page
      .locator('#s1-k7-i3 .permalink')
      .evaluate((link) => getComputedStyle(link, '::before').content);
    expect(sign).toBe('"#s1-k7-i3"');
    for (const tool of [
      'reading-bar',
      'toc-follow',
      '.report-tools',
      'citation-box button',
      '.related',
    ])
      expect(await page.locator(tool).first().isVisible(), tool).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('is cited at its end, in the form chosen, for the section come to', async () => {
    await page.goto(`${site.url}${report}#s3-k1`);
    await page.locator('citation-box').scrollIntoViewIfNeeded();
    const text = page.locator('.citation-text');
    await text.filter({ hasText: '#s3-k1.' }).waitFor();
    await page.selectOption('citation-box select', 'bibtex');
    await text.filter({ hasText: '@techreport' }).waitFor();
    await page.click('citation-box button');
    await page.locator('citation-box [role=status]').filter({ hasText: '已复制' }).waitFor();
    expect(await clipboard()).toContain('#s3-k1');
  });

  it('is downloaded as source, Markdown and JSON, all of its text in each', async () => {
    const links = await page
      .locator('.downloads a')
      .evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).getAttribute('href') ?? ''),
      );
    const read = (end: string) => {
      const address = links.find((link) => link.endsWith(end)) ?? '';
      return readFileSync(path.join(inject('siteDir'), address), 'utf8');
    };
    const data: ReportData = JSON.parse(read('data/reports/632800-2020.json'));
    const markdown = read('.md').replace(/\\/g, '');
    expect(read('.txt')).toContain('突入其来');
    const check = (section: Section) => {
      for (const line of section.text.split('\n')) expect(markdown).toContain(line);
      expect(markdown).toContain(section.heading ?? '');
      section.children.forEach(check);
    };
    data.sections.forEach(check);
    expect(markdown).toContain('# 海西州2020年度法治政府建设工作报告');
  });
});

it('shows what is gone to below the reading bar: headings, notes, figures', async () => {
  for (const id of ['s1-n2', 'note-1', 'note-ref-1']) {
    await page.goto(`${site.url}reports/620524-2020/`);
    await page.evaluate((to) => {
      location.hash = to;
    }, id);
    const under = await page.evaluate(() => {
      const bar = document.querySelector('reading-bar')?.getBoundingClientRect();
      const target = document.querySelector(':target')?.getBoundingClientRect();
      return { bar: bar?.bottom ?? Number.NaN, target: target?.top ?? Number.NaN };
    });
    expect(under.target, id).toBeGreaterThanOrEqual(under.bar - 1);
  }
});

describe('the file a report was taken from', () => {
  it.each([
    ['632800-2020', '原始文件 Word', '632800-2020.docx'],
    ['632800-2021', '原始文件 HTML', '632800-2021.html'],
  ] as const)('of %s is downloaded byte for byte', async (id, label, name) => {
    const many = await visit(inject('manySiteDir'));
    const page = await many.open({ acceptDownloads: true });
    await page.goto(`${many.url}reports/${id}/`);
    await page.click('[popovertarget=downloads]');
    const link = page.locator('.downloads a', { hasText: '原始文件' });
    expect((await link.textContent())?.trim()).toBe(label);
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe(name);
    expect(readFileSync(await file.path())).toEqual(originals[id].bytes);
    await many.close();
  });

  it('runs no script when it is opened, and is not offered where there is none', async () => {
    const many = await visit(inject('manySiteDir'));
    const page = await many.open();
    await page.goto(`${many.url}${routes.originalFile('632800-2021.html.txt')}`);
    expect(await page.title()).not.toBe('ran');
    expect(await page.locator('body').textContent()).toContain('<script>');
    await page.goto(`${many.url}reports/630102-2020/`);
    expect(await page.locator('.downloads').textContent()).not.toContain('原始文件');
    await many.close();
  });
});

describe('a body with several years', () => {
  it('shows them, and what is missing between', async () => {
    const many = await visit(inject('manySiteDir'));
    const page = await many.open();
    await page.goto(`${many.url}reports/630102-2020/`);
    expect(await page.locator('.year-strip li').allTextContents()).toHaveLength(3);
    expect(await page.locator('.year-strip .missing').textContent()).toContain('2019');
    expect(await page.locator('.related li').count()).toBeGreaterThan(6);
    await page.goto(`${many.url}reports/632800-2020/`);
    await page.click('text=当年计划与 2021 年度结果');
    expect(await page.locator('h1').textContent()).toContain('2020 年度的计划与 2021 年度的结果');
    const row = page.locator('.side-row', { has: page.locator('h2:text("行政执法")') });
    expect(await row.locator('.side-cells > *').first().textContent()).toContain('执法');
    expect(await row.locator('.side-cells > *').last().textContent()).toContain('行政执法');
    await page.goto(`${many.url}regions/630000/`);
    const haixi = page.locator('.coverage tr', { hasText: '海西蒙古族藏族自治州' });
    expect(
      (await haixi.locator('td').allTextContents()).map((text) => text.trim()).slice(0, 4),
    ).toEqual(['尚未收录', '尚未收录', '有', '有']);
    await many.close();
  });

  it('calls no report missing of a year in which the region was not there, and tells its history', async () => {
    const many = await visit(inject('manySiteDir'));
    const page = await many.open();
    await page.goto(`${many.url}regions/630100/`);
    const cells = (name: string) =>
      page.locator('.coverage tr', { hasText: name }).locator('td').allTextContents();
    const trimmed = (texts: string[]) => texts.map((text) => text.trim()).slice(0, 4);
    expect(trimmed(await cells('湟中县'))).toEqual(['尚未收录', '—', '—', '—']);
    expect(trimmed(await cells('大通回族土族自治县'))).toEqual([
      '有',
      '尚未收录',
      '有',
      '尚未收录',
    ]);
    await page.goto(`${many.url}regions/630106/`);
    expect(await page.locator('.region-history').textContent()).toContain(
      '2019 年设立，前身：湟中县（630122）',
    );
    await many.close();
  });
});

it('names places from ids', () => {
  expect(sectionPlace('s1-k7-i3')).toBe('一、(七)三是');
  expect(sectionPlace('s8-k43')).toBe('八、(四十三)');
  expect(sectionPlace('s2-n5-p2')).toBe('二、5.第2段');
  expect(sectionPlace('p2-i3')).toBe('第2段三是');
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
