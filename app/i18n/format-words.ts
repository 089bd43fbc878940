/** `1 小时 30 分` / `1 h 30 min` */
export function durationWords(isZh: boolean, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = isZh
    ? [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`]
    : [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return words.filter(Boolean).join(" ");
}

/** 0 is the last day itself; negative is overdue. */
export function daysLeftWords(isZh: boolean, days: number): string {
  if (days === 0) return isZh ? "今天届满" : "Expires today";
  if (days > 0) return isZh ? `剩 ${days} 天` : `${days} ${days === 1 ? "day" : "days"} left`;
  return isZh ? `逾期 ${-days} 天` : `${-days} ${days === -1 ? "day" : "days"} overdue`;
}

/** Half past two as a person says it; the half of the day is named once where both ends share it. */
export function spokenTimes(isZh: boolean, start: string, end: string): string {
  const say = (time: string) => `${((Number(time.slice(0, 2)) + 11) % 12) + 1}${time.slice(2)}`;
  const half = (time: string) => {
    const hour = Number(time.slice(0, 2));
    if (!isZh) return hour < 12 ? "am" : "pm";
    return hour < 12 ? "上午" : hour < 13 ? "中午" : hour < 18 ? "下午" : "晚上";
  };
  const isShared = half(start) === half(end);
  if (isZh) return `${half(start)} ${say(start)}—${isShared ? "" : `${half(end)} `}${say(end)}`;
  return `${say(start)}${isShared ? "" : ` ${half(start)}`}–${say(end)} ${half(end)}`;
}
