/** Minutes since 00:00 as HH:MM; 1440 is the day's end. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** 9:30, 09:30, 0930 or 09：30 as minutes since 00:00; anything else stays as it was typed, for the verb to refuse at its field. */
export function minuteOf(text: string): number | string {
  const [, hours, minutes] = /^(\d{1,2})[:：]?(\d{2})$/.exec(text) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : text;
}

type Part = { readonly fromMinute: number; readonly toMinute: number };

/** `09:00—11:30、13:30—17:00` */
export const partsText = (parts: readonly Part[], list: (items: readonly string[]) => string): string =>
  list(parts.map((one) => `${clockOf(one.fromMinute)}—${clockOf(one.toMinute)}`));
