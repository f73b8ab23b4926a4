/** The ways into the site, by what a reader wants to do: once for the header, the footer and the home page. */
import { links } from '../link.ts';

/** A page by the name that all links to it bear. */
export interface Way {
  name: string;
  href: string;
}
/** What a reader comes for. */
export interface Door extends Way {
  /** What is behind it, the door's own page first. */
  ways: Way[];
}

const way = (name: string, href: string): Way => ({ name, href });

/** In the order of the header. */
export const doors: Door[] = [
  {
    name: '找报告',
    href: links.reports(),
    ways: [
      way('全部报告', links.reports()),
      way('按地区', links.regions()),
      way('按年度', links.years()),
    ],
  },
  {
    name: '写一章',
    href: links.write(),
    ways: [
      way('按主题与部分写', links.write()),
      way('按主题连读', links.themes()),
      way('按部分连读', links.parts()),
      way('引用的文件', links.documents()),
    ],
  },
  {
    name: '看数字',
    href: links.indicators(),
    ways: [
      way('指标', links.indicators()),
      way('数字核算', links.checks()),
      way('主题与报告对照', links.matrix()),
    ],
  },
  { name: '比较', href: links.compare(), ways: [way('并排比较', links.compare())] },
  {
    name: '检索',
    href: links.search(),
    ways: [way('全文检索', links.search()), way('检索说明', links.searchHelp())],
  },
  { name: '摘录', href: links.excerpts(), ways: [way('我的摘录', links.excerpts())] },
];

/** What is told about the site, and taken from it as a whole. */
export const aboutSite: Way[] = [
  way('关于与编辑方法', links.about()),
  way('编者手册', links.guide()),
  way('开放数据', links.data()),
  way('离线阅读', links.offline()),
  way('订阅新报告', links.feed()),
];
