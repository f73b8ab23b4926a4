/**
 * Citations of reports and their sections: GB/T 7714—2015 for papers, BibTeX, RIS and CSL-JSON for programs that
 * manage references. Parts that the source does not tell are left out, never guessed.
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
  gbt7714: 'GB/T 7714',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
} as const;
export type CitationForm = keyof typeof citationForms;

/** A citation in one of the forms. */
export function cite(form: CitationForm, citation: Citation): string {
  return { gbt7714, bibtex, ris, csl }[form](citation);
}

const authorsOf = ({ issuer }: CitedReport): string[] => issuer?.split('、') ?? [];

/** [A/OL] with a document number, otherwise [R/OL]. */
function gbt7714({ report, url, accessed }: Citation): string {
  const issuer = report.issuer ? `${report.issuer}. ` : '';
  const number = report.documentNumber ? `: ${report.documentNumber}` : '';
  const type = report.documentNumber ? '[A/OL]' : '[R/OL]';
  const published = report.published ? `(${report.published})` : '';
  return `${issuer}${report.title}${number}${type}. ${published}[${accessed}]. ${url}.`;
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
