/** Chinese numerals as official documents number their sections with them. */
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 in Chinese: 43 → 四十三. Larger ones stay Arabic. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return ten + digits[value % 10];
}
