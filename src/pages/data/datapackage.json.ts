import type { APIRoute } from 'astro';
import { formulaNote } from '../../model/csv.ts';
import { genre, siteName } from '../../model/genre.ts';
import { tableFormats, tableNames, tables } from '../../model/tables.ts';

/** Description of the tables as a Frictionless Data Package. */
export const GET: APIRoute = () =>
  Response.json({
    profile: 'tabular-data-package',
    name: 'fazhi-nianbao',
    title: `${siteName}：${genre}的数据`,
    description: `各地${genre}中的数量、指标、数字核算、引用文件与章节文字，均可回到原句。${formulaNote}`,
    licenses: [
      {
        name: 'CC0-1.0',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
        title: '编者所加内容可自由使用；报告是国家机关公文，不受著作权法保护',
      },
    ],
    resources: tableNames.map((name) => ({
      profile: 'tabular-data-resource',
      name,
      title: tables[name].title,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: tableFormats.csv.type,
      encoding: 'utf-8',
      dialect: {
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        header: true,
      },
      schema: {
        fields: tables[name].columns.map(({ name: field, type, description }) => ({
          name: field,
          type,
          description,
        })),
        missingValues: [''],
      },
    })),
  });
