import type { Format } from "~/i18n/format";

type Hours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number };
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Weekly hours as lines: days with the same hours stand together. */
export function hoursLines(format: Format, hours: readonly Hours[]): string[] {
  const days = format.weekdays();
  const byHours = new Map<string, string[]>();
  for (const one of hours) {
    const text = `${clock(one.fromMinute)}—${clock(one.toMinute)}`;
    byHours.set(text, [...(byHours.get(text) ?? []), days[one.weekday - 1]?.short ?? ""]);
  }
  return [...byHours].map(([text, names]) => `${format.list(names)} ${text}`);
}
