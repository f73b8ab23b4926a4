/** Makes small PDFs with Chinese text: a font that is not embedded, with the predefined encoding UniGB-UCS2-H. */

/** Text at a place of a page, in points from its lower left corner. */
export interface Mark {
  text: string;
  x: number;
  y: number;
  size?: number;
}

const hex = (text: string) => {
  let out = '';
  for (let at = 0; at < text.length; at++) out += text.charCodeAt(at).toString(16).padStart(4, '0');
  return `<${out}>`;
};

function content(marks: readonly Mark[]): string {
  return marks
    .map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET`)
    .join('\n');
}

interface PdfOptions {
  /** The file needs a password nobody knows. */
  encrypted?: boolean;
  /** Pages hold a picture and nothing else. */
  scanned?: boolean;
}

/** A PDF of the given pages. */
export function buildPdf(
  pages: readonly (readonly Mark[])[],
  options: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (dictionary: string, data: string) =>
    `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const first = 6;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
  );
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>',
  );
  add(
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x',
    ),
  );
  pages.forEach((marks, at) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + at * 2 + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> /XObject << /I1 5 0 R >> >> >>',
    );
    add(stream('', options.scanned ? 'q 595 0 0 842 0 0 cm /I1 Do Q' : content(marks)));
  });
  let file = '%PDF-1.5\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const lock = options.encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`
    : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const wide = (character: string) => (/[\x20-\x7e]/u.test(character) ? 0.5 : 1);

/** Cuts a paragraph into printed lines of `width` em, the first `indent` em shorter. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const character of text) {
    if (room < wide(character) && !/[，。、；：）》”]/u.test(character)) {
      lines.push(line);
      line = '';
      room = width;
    }
    line += character;
    room -= wide(character);
  }
  return [...lines, line];
}

interface LayoutOptions {
  /** Printed at the top of every page. */
  head?: string;
  columns?: 1 | 2;
  /** Em before the first line of a paragraph. */
  indent?: number;
}

/**
 * Sets paragraphs on pages as a word processor does: the first one centred as the title, the others indented and
 * broken at the margin, with page numbers; a tabulator parts the cells of a table.
 */
export function layOut(paragraphs: readonly string[], options: LayoutOptions = {}): Mark[][] {
  const { columns = 1, indent = 2 } = options;
  const size = 12;
  const width = columns === 1 ? 36 : 17;
  const pages: Mark[][] = [];
  const places = Array.from({ length: columns }, (_, column) => 80 + column * 19 * size);
  let page: Mark[] = [];
  let column = 0;
  let y = 0;
  const open = () => {
    page = [];
    pages.push(page);
    if (options.head) page.push({ text: options.head, x: 230, y: 800, size: 9 });
    page.push({ text: `- ${pages.length} -`, x: 290, y: 40, size: 9 });
    column = 0;
    y = 760;
  };
  const line = (marks: Mark[], height = 20) => {
    if (y < 80) {
      if (column + 1 < columns) {
        column++;
        y = 740;
      } else open();
    }
    page.push(
      ...marks.map((mark) => ({ ...mark, x: mark.x + (places[column] as number) - 80, y })),
    );
    y -= height;
  };
  open();
  const [title = '', ...rest] = paragraphs;
  line([{ text: title, x: 80 + (36 * 12 - title.length * 16) / 2, y: 0, size: 16 }], 40);
  for (const text of rest) {
    if (text.includes('\t')) {
      line(
        text
          .split('\t')
          .map((cell, at) => ({ text: cell, x: 90 + at * (columns === 1 ? 140 : 60), y: 0 })),
      );
      continue;
    }
    const closing = /^(?:.{0,20}(?:局|政府|办公室)|.{4}年.{1,3}月.{1,3}日)$/u.test(text);
    wrap(text, width, closing ? 0 : indent).forEach((printed, at) => {
      const x = closing ? 80 + (width - text.length) * size : 80 + (at === 0 ? indent * size : 0);
      line([{ text: printed, x, y: 0 }]);
    });
  }
  return pages;
}
