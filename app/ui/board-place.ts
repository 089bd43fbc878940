import type { CSSProperties } from "react";

export const STEP_MINUTES = 5;

/** The hours a board shows, in minutes of the court's day; both on the hour. */
export interface BoardHours {
  openMinute: number;
  closeMinute: number;
}

/** Where a stretch of the day stands on the track. Geometry is the one thing no class can name, hence custom properties. */
export function placeOf(hours: BoardHours, fromMinute: number, toMinute: number): CSSProperties {
  const line = (minute: number) =>
    Math.round(
      (Math.min(Math.max(minute, hours.openMinute), hours.closeMinute) - hours.openMinute) / STEP_MINUTES,
    ) + 1;
  const from = line(fromMinute);
  return { "--from": from, "--to": Math.max(line(toMinute), from + 1) } as CSSProperties;
}
