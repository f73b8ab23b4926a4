/**
 * What the site is called and what its reports are, once for pages, data, feeds and recognition. Sentences of pages may
 * name them in their own words.
 */

/** Name of the site. */
export const siteName = '法治年报';

/** What the reports report on. */
export const subject = '法治政府建设';

/** A report of the genre, as most of its titles say. */
export const genre = `${subject}年度报告`;

/** Words one of which every title of the genre holds; the text is folded. */
export const titleSubject = /法治|法制|依法行政|依法治[省市县区州盟镇乡]/u;

/** Words that texts of the genre come back to, all of them; the text is folded. */
export const subjectWords = /法治政府|依法行政|法治建设|依法治[省市县区州盟旗镇乡]|法治/gu;

/**
 * Parts of a report, after what the 督察工作规定 prescribes for annual reports, and what readers are told of each.
 * Their names and cues are in `content/themes.yaml`.
 */
export const aboutParts = {
  progress: '各份报告的主体：一年里做了什么、做到什么程度。列出各章标题。',
  problems: '各地自己承认的困难与短板，逐份连读。',
  responsibility: '党政主要负责人履行法治建设第一责任人职责的情况。',
  plan: '下一年打算做什么，逐份连读；下一年的报告也已收录的，可对照看结果。',
  other: '导语、结语等不属于以上各部分的文字。',
} as const;
type Part = keyof typeof aboutParts;

/** The parts in the order of pages and filters. */
export const parts = Object.keys(aboutParts) as [Part, ...Part[]];
