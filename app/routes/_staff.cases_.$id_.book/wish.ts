import { SESSION_MODES, type SessionMode } from "~/domain/mediation/sessions";
import type { TimeWay } from "~/domain/scheduling/time-way";
import { courtDate } from "~/i18n/court-time";

/** What is looked for, as the address says it. */
export type PickerWish = {
  mode: SessionMode | null;
  minutes: number | null;
  roomId: string;
  with: string[];
  on: string;
  month: string;
  ask: string;
  /** Times to offer rather than one to set; the address may leave it to the case. */
  isOffer: boolean;
  /** A time to have chosen already, as its choice in the list says it. */
  slot: string;
};

export const LENGTHS = [30, 45, 60, 90, 120, 150, 180] as const;

const dateText = (text: string | null) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "");

export function wishOf(search: URLSearchParams, way: TimeWay = "notify"): PickerWish {
  const minutes = Number(search.get("minutes"));
  return {
    mode: SESSION_MODES.find((one) => one === search.get("mode")) ?? null,
    minutes: Number.isInteger(minutes) && minutes >= 15 && minutes <= 480 ? minutes : null,
    roomId: search.get("roomId") ?? "",
    with: search.getAll("with").filter(Boolean),
    on: dateText(search.get("on")),
    month: /^\d{4}-\d{2}$/.test(search.get("month") ?? "") ? (search.get("month") ?? "") : "",
    ask: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(search.get("ask") ?? "") ? (search.get("ask") ?? "") : "",
    isOffer: (search.get("do") ?? (way === "offer" ? "offer" : "set")) === "offer",
    slot: search.get("slot") ?? "",
  };
}

const KEPT = ["mode", "minutes", "roomId", "with", "month", "do"];

/** The picker's address with some values changed; blank ones are left out. */
export function pickerHref(search: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams();
  for (const name of KEPT) for (const value of search.getAll(name)) if (value) next.append(name, value);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    if (value) next.set(name, value);
  }
  return `?${next}`;
}

/** The picker with one of the times that a refusal named filled in. */
export const alternativeHref = (search: URLSearchParams, value: string, startAt: string): string =>
  `${pickerHref(search, { on: courtDate(startAt), month: courtDate(startAt).slice(0, 7), slot: value, do: "set" })}#slot`;
