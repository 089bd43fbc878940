const collator = new Intl.Collator("zh-CN", { numeric: true });
const DIGITS = "〇一二三四五六七八九";

/** What a run of Chinese numerals counts, up to 999: 十 10, 二十三 23, 一百零五 105; signs without a unit stand side by side. */
function counted(run: string): number {
  if (!/[十百]/.test(run)) return Number([...run].map((sign) => Math.max(0, DIGITS.indexOf(sign))).join(""));
  let sum = 0;
  let digit = 0;
  for (const sign of run) {
    if (sign === "百" || sign === "十") {
      sum += (digit || 1) * (sign === "百" ? 100 : 10);
      digit = 0;
    } else digit = Math.max(0, DIGITS.indexOf(sign));
  }
  return sum + digit;
}

/** By name as people count: 第二调解室 before 第十调解室, Room 2 before Room 10. */
export function compareNumbered(a: string, b: string): number {
  const plain = (name: string) =>
    name.replace(/[零〇一二三四五六七八九十百]+/g, (run) => String(counted(run)));
  return collator.compare(plain(a), plain(b)) || collator.compare(a, b);
}

/** People by name, in the order of a Chinese register (by sound); a numeral in a name is only a sign of it. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);
