/**
 * Pictures that chats and networks show beside a link: one for the reports of a year from one province, and one for all
 * other pages. One a report would cost 24 ms of CPU and a file each, more than all else that a report costs; these are
 * some four hundred at most, however many reports there are.
 */
import sharp from 'sharp';
import { genre, siteName } from '../model/genre.ts';
import { settings } from './site.ts';

/** Pixels, in the proportion that Open Graph's readers show whole. */
export const cardSize = { width: 1200, height: 630 };

const fonts = 'Source Han Serif SC, Noto Serif CJK SC, Songti SC, SimSun, serif';

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

function line(text: string, y: number, size: number, more = ''): string {
  return `<text x="90" y="${y}" font-size="${size}" ${more}>${escaped(text)}</text>`;
}

/** Draws lines of text as a PNG on the site's paper, under its double rule. */
const draw = (lines: readonly string[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">
<rect width="100%" height="100%" fill="#f5f1e8"/>
<path d="M0 0h1200v12H0zM0 20h1200v4H0z" fill="#a3321f"/>
<g font-family="${fonts}" fill="#23201b">${lines.join('')}</g></svg>`,
    ),
  )
    .png({ compressionLevel: 6 })
    .toBuffer();

/**
 * The picture of some reports, or of the site.
 * @param about what they are of, in a line: 浙江省 2020 年度; empty for the site
 */
export function shareCard(about: string): Promise<Buffer> {
  const brand = line(siteName, 160, 40, 'fill="#a3321f" letter-spacing="6"');
  const bold = 'font-weight="700"';
  return draw([
    brand,
    line(about || '各级政府', 340, about.length > 12 ? 56 : 80, bold),
    line(genre, 460, 80, bold),
  ]);
}

/** Whether two characters look unlike: without a Chinese font both are drawn as the same box. */
async function hasChineseFont(): Promise<boolean> {
  const [one, other] = await Promise.all(['一', '国'].map((text) => draw([line(text, 340, 80)])));
  return one !== undefined && other !== undefined && !one.equals(other);
}

/** Whether this build draws pictures: their addresses have to be whole ones, and their text needs a font. */
export const drawsCards = settings.siteUrl !== undefined && (await hasChineseFont());
