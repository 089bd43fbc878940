import type { CalendarEntry } from "~/services/calendar-entries.server";
import type { BoardBlock } from "~/ui/board-row";
import type { Tone } from "~/ui/status";

/** How a session stands, worst first: what a block's colour and word say. */
export const MARKS = {
  done: "done",
  part: "part",
  wait: "wait",
  held: "wait",
  no: "no",
  live: "now",
  closed: "done",
  noShow: "no",
} as const satisfies Record<string, Tone>;
export type Mark = keyof typeof MARKS;

const KINDS: Partial<Record<Mark, BoardBlock["kind"]>> = {
  done: "done",
  part: "part",
  held: "held",
  no: "no",
  live: "live",
  closed: "closed",
  noShow: "no",
};
export const kindOf = (mark: Mark): BoardBlock["kind"] => KINDS[mark];

export function markOf(entry: Pick<CalendarEntry, "status" | "held" | "case">): Mark {
  if (entry.held) return "held";
  if (entry.status === "open") return "live";
  if (entry.status === "held") return "closed";
  if (entry.status === "noShow") return "noShow";
  const replies = [entry.case?.claimant, entry.case?.respondent];
  if (replies.includes("declined")) return "no";
  const coming = replies.filter((reply) => reply === "accepted").length;
  return coming === 2 ? "done" : coming === 1 ? "part" : "wait";
}

export const isUnconfirmed = (mark: Mark) =>
  mark === "part" || mark === "wait" || mark === "held" || mark === "no";

/** A number short enough for a block: the serial out of `(2026)京0107民初1104号` or `SJS-TJ-2026-000136`. */
export const shortNumber = (number: string): string =>
  /(\d+)号?$/.exec(number)?.[1]?.replace(/^0+/, "") ?? number;

/** `?on=…` with what stays chosen. */
export function weekHref(search: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams();
  for (const name of ["on", "by", "mine", "roomId", "mediatorId"]) {
    const value = search.get(name);
    if (value) next.set(name, value);
  }
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    if (value) next.set(name, value);
  }
  const query = next.toString();
  return query ? `/calendar?${query}` : "/calendar";
}
