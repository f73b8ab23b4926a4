/** Ids of reports, apart from the schemas: browsers need no more than this. */

/** Report id: GB/T 2260 code, year, and a suffix when one body issues several reports of a year. */
export const reportIdPattern = /^(?<code>\d{6})-(?<year>\d{4})(?:-(?<suffix>[a-z0-9][a-z0-9-]*))?$/;

/** Whether a text is the id of a report, of a length that an address can have. */
export const isReportId = (text: string) => text.length <= 100 && reportIdPattern.test(text);
