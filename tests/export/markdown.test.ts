/** Markdown that the site hands out: readers of it see the very text, and nothing in the text does anything. */
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import type { Excerpt, ExcerptItem } from '../../src/client/excerpts/excerpt.ts';
import { excerptDocument } from '../../src/client/excerpts/excerpt-document.ts';
import { excerptsMarkdown, excerptsText } from '../../src/client/excerpts/markdown.ts';
import type { ReportData, Section } from '../../src/model/report.ts';
import { reportMarkdown } from '../../src/open-data/markdown.ts';
import { fragment } from '../convert/hostile.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const treeOf = (markdown: string) => reader.parse(markdown) as Root;
const htmlOf = (markdown: string) =>
  load(
    micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
    null,
    false,
  );

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Types of nodes within a node, itself aside, each once. */
function typesIn(node: Nodes): string[] {
  const children: Nodes[] = 'children' in node ? node.children : [];
  return [...new Set(children.flatMap((child) => [child.type, ...typesIn(child)]))].sort();
}

/**
 * A link that this reader makes of an address after it has read all escapes, as GitHub does with e-mail addresses. No way of
 * writing keeps it from that; all that matters is that the link leads nowhere but to what is read.
 */
function isSpelledOut(node: Nodes): boolean {
  if (node.type !== 'link') return true;
  const text = textOf(node);
  return [text, `http://${text}`, `mailto:${text}`].includes(node.url);
}
const everyNode = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(everyNode) : []),
];

/** Text as HTML keeps it: a carriage return becomes a line feed when it is read. */
const asHtml = (text: string) => text.replace(/\r\n?/gu, '\n');

const section = (text: string, more: Partial<Section> = {}): Section => ({
  id: 'p1',
  style: 'p',
  number: 1,
  inferred: false,
  editorial: false,
  heading: null,
  marker: '',
  printedHeading: null,
  part: 'other',
  themes: [],
  text,
  children: [],
  ...more,
});
const report = (title: string, sections: Section[]) =>
  ({
    title,
    issuer: title,
    documentNumber: title,
    published: null,
    evidence: {},
    url: null,
    sections,
  }) as ReportData;
const excerpt = (title: string, text: string): Excerpt => ({
  report: { id: '1', title, issuer: title, published: null, documentNumber: null },
  section: 's1',
  url: 'https://example.org/reports/1/#s1',
  text,
});

/** One line of hostile text, addresses in the midst of it, that a text file can keep. */
const address = fc.constantFrom(
  'http://x.cn/<img src=x onerror=alert(1)>',
  'https://x.cn/?a_b=1&c=*2*',
  'www.x.cn/~a_b~',
  'WWW.x.cn',
  'ftp://x.cn',
  'mailto:a_b@x.cn',
  'xmpp:a@b.cn/c',
  'a.b+c@x.cn',
  'http://',
  'H~2~O',
  '~~~',
  '5&#49;',
  '<http://x.cn>',
  '# ',
  '#',
  '1. ',
  '2)',
  '- [ ] ',
  ' ',
  '\t',
  '    ',
  '!',
);
const line = fc
  .array(fc.oneof(fragment, address), { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts
      .join('')
      .toWellFormed()
      .replace(/[\n\0]/gu, ''),
  )
  .filter((text) => text !== '');

describe('a report as Markdown', () => {
  it('reads as its text in every place, and is nothing else', () => {
    fc.assert(
      fc.property(line, line, line, (title, heading, text) => {
        const sections = [
          section(`${text}\n${heading}`, {
            id: 's1',
            style: 's',
            heading,
            printedHeading: heading,
            children: [section(text)],
          }),
        ];
        const markdown = reportMarkdown(report(title, sections));
        const places = [
          title,
          `报告机关：${title}`,
          `文号：${title}`,
          heading,
          text,
          heading,
          text,
        ];
        const tree = treeOf(markdown);
        const blocks = tree.children.flatMap((node) =>
          node.type === 'list' ? node.children : [node],
        );
        expect(blocks.map(textOf)).toEqual(places);
        expect(tree.children.map(({ type }) => type)).toEqual([
          'heading',
          'list',
          'heading',
          ...Array(3).fill('paragraph'),
        ]);
        for (const node of everyNode(tree)) expect(isSpelledOut(node)).toBe(true);
        expect(typesIn(tree).filter((type) => type !== 'link')).toEqual([
          'heading',
          'list',
          'listItem',
          'paragraph',
          'text',
        ]);
        const $ = htmlOf(markdown);
        expect(
          $('h1, li, h2, p')
            .toArray()
            .map((element) => $(element).text()),
        ).toEqual(places.map(asHtml));
        expect(
          new Set(
            $('*')
              .toArray()
              .map((element) => $(element).prop('tagName')?.toLowerCase()),
          ),
        ).toEqual(new Set(['h1', 'ul', 'li', 'h2', 'p']));
      }),
      { numRuns: 250 },
    );
  });

  it('leads to where it was published', () => {
    const markdown = reportMarkdown({ ...report('甲', []), url: 'https://x.cn/a_b?c=1&d=*2*' });
    expect(htmlOf(markdown)('a').attr('href')).toBe('https://x.cn/a_b?c=1&d=*2*');
  });
});

const documentOf = (...items: ExcerptItem[]) =>
  excerptDocument(items, 'gbt7714-2015', '2026-11-21');
const markdownOf = (...items: ExcerptItem[]) => excerptsMarkdown(documentOf(...items));

describe('excerpts as Markdown', () => {
  it('read as their text, each with its source', () => {
    fc.assert(
      fc.property(line, line, line, (title, first, last) => {
        const markdown = markdownOf(excerpt(title, `${first}\n${last}`), excerpt('乙', last));
        const tree = treeOf(markdown);
        expect(tree.children.map(({ type }) => type)).toEqual([
          ...['heading', 'heading', 'blockquote', 'heading', 'blockquote'],
          ...['footnoteDefinition', 'footnoteDefinition'],
        ]);
        expect(tree.children.map(textOf)).toEqual([
          '摘录',
          `《${title}》一、`,
          first + last,
          '《乙》一、',
          last,
          `${title.replaceAll('、', ', ')}. ${title}[R/OL]. [2026-11-21]. https://example.org/reports/1/#s1.`,
          '乙. 乙[R/OL]. [2026-11-21]. https://example.org/reports/1/#s1.',
        ]);
        const nodes = everyNode(tree);
        for (const node of nodes) expect(isSpelledOut(node)).toBe(true);
        expect(nodes.filter(({ type }) => type === 'footnoteReference')).toHaveLength(2);
        const $ = htmlOf(markdown);
        expect($('blockquote sup').length).toBe(2);
        $('sup, .data-footnote-backref').remove();
        expect(
          $('blockquote p')
            .toArray()
            .map((element) => $(element).text()),
        ).toEqual([first, last, last].map(asHtml));
        expect(
          $('a')
            .toArray()
            .map((element) => $(element).text()),
        ).toEqual(Array(2).fill('https://example.org/reports/1/#s1'));
        expect($('img, del, table, ul, pre, code, em, strong, input, hr').length).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('lead nowhere else when what is stored as their address is no such thing', () => {
    const odd = { ...excerpt('甲', '乙'), url: 'http://x.cn/ <b>](javascript:alert(1))' };
    const $ = htmlOf(markdownOf(odd));
    expect($('li').text()).toContain('http://x.cn/ <b>](javascript:alert(1)).');
    expect($('b, li a:not(.data-footnote-backref)').length).toBe(0);
  });

  it('show by a label what no text file keeps', () => {
    expect(markdownOf(excerpt('甲', 'a\0b\ud800c'))).toContain('a\\[U+0000\\]b\\[U+D800\\]c');
  });

  it('stand under headings of the reader, with notes below', () => {
    fc.assert(
      fc.property(line, line, (one, other) => {
        const [heading, note] = [`一${one}二`, `三${other}四`];
        const tree = treeOf(markdownOf({ heading }, { ...excerpt('甲', '乙'), note }));
        expect(tree.children.map(({ type }) => type)).toEqual([
          ...['heading', 'heading', 'heading', 'blockquote', 'paragraph', 'footnoteDefinition'],
        ]);
        const [, first, , , below] = tree.children.map(textOf);
        expect([first, below]).toEqual([heading, `备注：${note}`]);
      }),
      { numRuns: 50 },
    );
  });
});

test('excerpts as plain text end with each report once', () => {
  const other = { ...excerpt('乙', '丙'), report: { ...excerpt('乙', '').report, id: '2' } };
  const text = excerptsText(
    documentOf(
      { heading: '队伍' },
      excerpt('甲', '子'),
      { ...excerpt('甲', '丑'), note: '可用' },
      other,
    ),
  );
  const at = 'https://example.org/reports/1/';
  expect(text).toBe(
    `队伍\n\n子[1]\n——《甲》一、，${at}#s1\n\n丑[1]\n——《甲》一、，${at}#s1\n备注：可用\n\n丙[2]\n——《乙》一、，${at}#s1\n\n` +
      `参考文献\n[1] 甲. 甲[R/OL]. [2026-11-21]. ${at}.\n[2] 乙. 乙[R/OL]. [2026-11-21]. ${at}.\n`,
  );
});
