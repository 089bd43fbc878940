import { type SQL, sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import type { Stage } from "~/domain/cases/stages";
import { isPaused } from "./paused-clock.server";

const stages = (...names: Stage[]): SQL => sql`c.stage = any(${arrayText(names)}::text[])`;
const open = sql`c.closed_at is null`;

/** The queue's tabs, as SQL over `cases c`. `today` is a court-local date, `dayAfter` the one after tomorrow. */
const TABS = {
  all: () => open,
  intake: () => sql`${open} and ${stages("draft", "submitted", "correction", "filing")}`,
  consent: () => sql`${open} and ${stages("consent")}`,
  toAssign: () => sql`${open} and ${stages("selecting")}`,
  toAccept: () => sql`${open} and ${stages("delegated")}`,
  toBook: (now: Now) =>
    sql`${open} and ${stages("mediation")} and (c.next_session_at is null or c.next_session_at < ${now.at}::timestamptz)`,
  booked: (now: Now) =>
    sql`${open} and ${stages("mediation", "signing")} and c.next_session_at >= ${now.at}::timestamptz`,
  soon: (now: Now) =>
    sql`${open} and c.next_session_at >= ${now.at}::timestamptz and c.next_session_at < ${now.dayAfter}::timestamptz`,
  toSign: () => sql`${open} and ${stages("signing")}`,
  toHandOver: () => sql`${open} and ${stages("agreed", "returned")}`,
  failed: () => sql`${open} and ${stages("failed", "dismissed", "triage")}`,
  review: () => sql`${open} and ${stages("handedOver", "review", "supplement")}`,
  overdue: (now: Now) => sql`${open} and c.due_on < ${now.today} and not ${isPaused}`,
  closed: () => sql`c.closed_at is not null`,
} as const satisfies Record<string, (now: Now) => SQL>;

export type Now = { readonly at: string; readonly today: string; readonly dayAfter: string };
export type QueueTab = keyof typeof TABS;
export const QUEUE_TABS = Object.keys(TABS) as [QueueTab, ...QueueTab[]];

export const tabWhere = (tab: QueueTab, now: Now): SQL => sql`(${TABS[tab](now)})`;
