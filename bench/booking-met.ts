import type { Line } from "./report";

const isAtMost = (value: unknown, most: number) => typeof value === "number" && value <= most;

/** Whether a line of the booking bench meets all that is asked of it, its rate and everything beside it. */
export const bookingMet = (line: Line): boolean =>
  line.ratio >= line.target &&
  line.doubleBookings === 0 &&
  line.deadlocks === 0 &&
  line.losersWithoutAlternatives === 0 &&
  (typeof line.p95Target !== "number" || isAtMost(line.p95, line.p95Target));
