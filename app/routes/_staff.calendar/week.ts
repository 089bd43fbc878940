import type { CalendarCase, CalendarEntry } from "~/services/calendar-entries.server";
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

const WORST_FIRST = ["declined", "tentative", "needsAction", "accepted"] as const;

export type Replies = Pick<CalendarCase, "claimant" | "respondent">;

/** What a side has said over all the cases of a session: the answer that needs most doing about. */
export const replyOf = (cases: readonly Replies[], side: "claimant" | "respondent") =>
  WORST_FIRST.find((reply) => cases.some((one) => one[side] === reply)) ?? "needsAction";

export function markOf(entry: Pick<CalendarEntry, "status" | "held" | "cases">): Mark {
  if (entry.held) return "held";
  if (entry.status === "open") return "live";
  if (entry.status === "held") return "closed";
  if (entry.status === "noShow") return "noShow";
  const replies = entry.cases.flatMap((one) => [one.claimant, one.respondent]);
  if (replies.includes("declined")) return "no";
  const coming = replies.filter((reply) => reply === "accepted").length;
  return coming === 0 ? "wait" : coming === replies.length ? "done" : "part";
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
