/**
 * Citations of reports and their sections: GB/T 7714 as in force since July 2026 and as before, 《法学引注手册》 (2019)
 * for papers on law, BibTeX, RIS and CSL-JSON for programs that manage references. Parts that the source does not tell
 * are left out, never guessed. What a CSL processor makes of the same report with the published styles is compared in
 * `tests/model/citation-csl.test.ts`.
 */

/** What a citation needs of a report's metadata. */
export interface CitedReport {
  id: string;
  title: string;
  /** Bodies that report, parted by 、. */
  issuer: string | null;
  /** Day, month or year of publication: `2021-02-26`, `2021-02`, `2021`. */
  published: string | null;
  documentNumber: string | null;
}

/** A report, or one of its sections, as it was read on some day. */
export interface Citation {
  report: CitedReport;
  /** Address of the report or of the section. */
  url: string;
  /** Where in the report, as printed: 一、(七)三是. */
  section?: string;
  /** Day of reading, `2026-11-21`; {@link citedOn} where nobody has read it yet. */
  accessed: string;
}

/** Stands for the day of reading until a reader's browser fills it in. */
export const citedOn = '引用日期';

/** The forms on offer, with the names readers know them by. */
export const citationForms = {
  gbt7714: 'GB/T 7714—2025',
  'gbt7714-2015': 'GB/T 7714—2015',
  law: '法学引注手册',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
} as const;
export type CitationForm = keyof typeof citationForms;

/** The forms that people read, for lists of sources. */
export const printedForms = ['gbt7714', 'gbt7714-2015', 'law'] as const satisfies CitationForm[];
export type PrintedForm = (typeof printedForms)[number];

/** A citation in one of the forms. */
export function cite(form: CitationForm, citation: Citation): string {
  return { gbt7714, 'gbt7714-2015': gbt7714of2015, law, bibtex, ris, csl }[form](citation);
}

const authorsOf = ({ issuer }: CitedReport): string[] => issuer?.split('、') ?? [];

/** A report is cited with its day alone; the day of reading stands where that is not known. */
function gbt7714({ report, url, accessed }: Citation): string {
  const issuer = report.issuer ? `${report.issuer.replaceAll('、', '，')}. ` : '';
  const number = report.documentNumber ? `：${report.documentNumber}` : '';
  return `${issuer}${report.title}${number}[R/OL]. ${report.published ?? `[${accessed}]`}. ${url}.`;
}

function gbt7714of2015({ report, url, accessed }: Citation): string {
  const issuer = report.issuer ? `${report.issuer.replaceAll('、', ', ')}. ` : '';
  const number = report.documentNumber ? `: ${report.documentNumber}` : '';
  const published = report.published ? `(${report.published})` : '';
  return `${issuer}${report.title}${number}[R/OL]. ${published}[${accessed}]. ${url}.`;
}

/** 2021-02-26 as 2021年2月26日, 2021-02 as 2021年2月. */
function dayWords(day: string): string {
  if (!/^\d/.test(day)) return day;
  return day
    .split('-')
    .map((part, at) => `${Number(part)}${'年月日'[at]}`)
    .join('');
}

/** As documents with a number and pages read on a day are cited there. */
function law({ report, url, accessed, section = '' }: Citation): string {
  const issuer = report.issuer ? `${report.issuer}：` : '';
  const about = [report.documentNumber, report.published && dayWords(report.published)];
  const place = [`《${report.title}》${section}`, ...about, url, `${dayWords(accessed)}访问`];
  return `${issuer}${place.filter(Boolean).join('，')}。`;
}

/** Key of an entry, safe in every form: `632800-2020-s1-k7-i3`. */
function keyOf({ report, url }: Citation): string {
  const section = url.split('#')[1];
  return section ? `${report.id}-${section}` : report.id;
}

/** What LaTeX would take for commands. */
const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** Text that LaTeX prints as it stands; two hyphens or quotation marks in a row would become one sign. */
const latex = (text: string) =>
  text
    .replace(/[\\{}%&#_$~^]/g, (sign) => special[sign] ?? `\\${sign}`)
    .replace(/([-'`])(?=\1)/g, '$1{}');

/** Braces keep BibTeX from changing the case of a name or taking it apart. */
function bibtex(citation: Citation): string {
  const { report, url, section, accessed } = citation;
  const fields: [name: string, value: string | null | undefined][] = [
    [
      'author',
      authorsOf(report)
        .map((author) => `{${latex(author)}}`)
        .join(' and '),
    ],
    ['title', `{${latex(report.title)}}`],
    ['institution', report.issuer && `{${latex(report.issuer)}}`],
    ['number', report.documentNumber && latex(report.documentNumber)],
    ['date', report.published],
    ['year', report.published?.slice(0, 4)],
    ['note', section && latex(section)],
    ['url', url],
    ['urldate', accessed === citedOn ? null : accessed],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@techreport{${keyOf(citation)},`, ...lines, '}'].join('\n');
}

/** Programs that read RIS take what stands after a comma for a given name. */
const risName = (body: string) => body.replaceAll(',', '，');

function ris(citation: Citation): string {
  const { report, url, section, accessed } = citation;
  const date = (day: string) => day.split('-').join('/');
  const fields: [tag: string, value: string | null | undefined][] = [
    ['TY', 'RPRT'],
    ['ID', keyOf(citation)],
    ...authorsOf(report).map((author): [string, string] => ['AU', risName(author)]),
    ['TI', report.title],
    ['PB', report.issuer],
    ['SN', report.documentNumber],
    ['PY', report.published?.slice(0, 4)],
    ['DA', report.published && date(report.published)],
    ['N1', section],
    ['UR', url],
    ['Y2', accessed === citedOn ? null : date(accessed)],
    ['LA', 'zh-CN'],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return [...lines, 'ER  - '].join('\n');
}

function csl(citation: Citation): string {
  const { report, url, section, accessed } = citation;
  const date = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const item = {
    id: keyOf(citation),
    type: 'report',
    title: report.title,
    author: report.issuer ? authorsOf(report).map((literal) => ({ literal })) : undefined,
    publisher: report.issuer ?? undefined,
    number: report.documentNumber ?? undefined,
    issued: report.published ? date(report.published) : undefined,
    accessed: accessed === citedOn ? undefined : date(accessed),
    section,
    URL: url,
    language: 'zh-CN',
  };
  return JSON.stringify([item], null, 2);
}

/** What a link is called where it is handed on: 《…》一、(七)三是. */
export const linkWords = ({ report, section = '' }: Citation) => `《${report.title}》${section}`;

/** A passage with its source below it, as pasted into notes. */
export function quotation(text: string, citation: Citation): string {
  return `${text}\n——${linkWords(citation)}，${citation.url}`;
}
