/** Reports written for the tests, each in the manner of its level of government. */

/** The parts of a report from which files of all formats are made. */
export interface SampleReport {
  title: string;
  opening: string;
  /** Chapters with their sections; a section is heading and text. */
  chapters: { heading: string; text?: string; sections: [string, string][] }[];
  signature?: string;
  date?: string;
}

const numerals = '一二三四五六七八九十';

/** The report as paragraphs, numbers printed. */
export function paragraphsOf(report: SampleReport): string[] {
  return [
    report.title,
    report.opening,
    ...report.chapters.flatMap(({ heading, text, sections }, at) => [
      `${numerals[at]}、${heading}`,
      ...(text ? [text] : []),
      ...sections.map(([name, body], index) => `（${numerals[index]}）${name}。${body}`),
    ]),
    ...(report.signature ? [report.signature] : []),
    ...(report.date ? [report.date] : []),
  ];
}

const common: [string, string][] = [
  [
    '依法全面履行政府职能',
    '深化“放管服”改革，动态调整权责清单，政务服务事项网上可办率达98.6%，证明事项告知承诺制全面推行，全年办理各类事项12.4万件。',
  ],
  [
    '健全依法行政制度体系',
    '严格执行行政规范性文件合法性审核机制，全年审核文件42件，清理废止8件，修改3件，向上级备案11件，报备率、及时率均为100%。',
  ],
  [
    '推进严格规范公正文明执法',
    '全面落实行政执法“三项制度”，开展案卷评查2次，评查案卷186卷，执法人员持证上岗率100%，办理行政处罚案件733件。',
  ],
];

/** A report of a body, its words those of its level. */
export function sample(
  body: string,
  voice: string,
  year: number,
  more: Partial<SampleReport> = {},
): SampleReport {
  return {
    title: `${body}${year}年度法治政府建设情况报告`,
    opening: `${year}年，${voice}坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻习近平法治思想，认真落实《法治政府建设实施纲要》，持续提升依法行政水平。现将${voice}${year}年度法治政府建设情况报告如下：`,
    chapters: [
      { heading: '主要举措和成效', sections: common },
      {
        heading: '存在的问题和不足',
        text: '一是部分执法人员业务能力有待提高；二是普法宣传的针对性不强；三是行政执法监督力度还需加大。',
        sections: [],
      },
      {
        heading: `${year + 1}年工作安排`,
        sections: [
          ['持续加强党的领导', `${voice}将进一步压实党政主要负责人推进法治建设第一责任人职责。`],
          ['着力提升执法质效', '加强行政执法队伍建设，完善行政裁量权基准，强化执法监督。'],
        ],
      },
    ],
    ...more,
  };
}
