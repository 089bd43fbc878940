import type { Locale } from "./locale";

/** `12,480.00`; fen in. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new Error("money is a whole number of fen");
  const sign = fen < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(fen) / 100);
  const cents = String(Math.abs(fen) % 100).padStart(2, "0");
  return `${sign}${String(whole).replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/** `12,480.00 元` / `CNY 12,480.00`; the space never breaks. */
export function formatMoney(locale: Locale, fen: number): string {
  return locale === "zh-CN" ? `${yuan(fen)}\u00a0元` : `CNY\u00a0${yuan(fen)}`;
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/** Up to four digits; zeros between digits are said once. */
function fourDigits(value: number): string {
  let said = "";
  let isZeroDue = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isZeroDue = said !== "";
      continue;
    }
    said += `${isZeroDue ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    isZeroDue = false;
  }
  return said;
}

function wholeYuan(value: number): string {
  let said = "";
  let isZeroDue = false;
  for (let group = 3; group >= 0; group -= 1) {
    const part = Math.floor(value / 10 ** (group * 4)) % 10_000;
    if (part === 0) {
      isZeroDue = said !== "";
      continue;
    }
    const needsZero = said !== "" && (isZeroDue || part < 1000);
    said += `${needsZero ? "零" : ""}${fourDigits(part)}${GROUPS[group]}`;
    isZeroDue = false;
  }
  return said;
}

/** Chinese capitals for documents (人民币大写): 壹万贰仟肆佰捌拾元整; fen in, not negative. */
export function capitalMoney(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0)
    throw new Error("capitals need a whole number of fen, not negative");
  const whole = wholeYuan(Math.floor(fen / 100));
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  if (jiao === 0 && cents === 0) return `${whole || "零"}元整`;
  const small = `${jiao > 0 ? `${DIGITS[jiao]}角` : whole ? "零" : ""}${cents > 0 ? `${DIGITS[cents]}分` : "整"}`;
  return `${whole ? `${whole}元` : ""}${small}`;
}
