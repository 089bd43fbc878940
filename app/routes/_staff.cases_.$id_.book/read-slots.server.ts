import { DateTime } from "luxon";
import type { SessionMode } from "~/domain/mediation/sessions";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { staggered } from "~/domain/scheduling/arrival";
import { COURT_ZONE } from "~/domain/scheduling/minutes";

export type ChosenSlot = { startAt: string; minutes: number; mode: SessionMode; roomId: string | null };

const modeOf = (text: string): SessionMode => SESSION_MODES.find((one) => one === text) ?? "onsite";
const textOf = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The ticked times of a picker's form, with the length and mode that they were searched for. */
export function slotsOf(form: FormData): ChosenSlot[] {
  const minutes = Number(form.get("minutes"));
  const mode = modeOf(textOf(form, "mode"));
  return form.getAll("slot").flatMap((value) => {
    const [startAt, roomId] = String(value).split("|");
    return startAt ? [{ startAt, minutes, mode, roomId: roomId || null }] : [];
  });
}

/** What meeting at another place or at separate times asks for beside a time. */
export const wayOf = (form: FormData) => ({
  place: textOf(form, "place") || undefined,
  courtConsents: textOf(form, "courtConsents") === "on",
  consentingPartyIds: form.getAll("consentingPartyIds").map(String),
});

/** A coordinator's own time with the reason for booking over the rules. */
export function overrideOf(form: FormData): ChosenSlot & { override: { reason: string } } {
  const at = DateTime.fromISO(textOf(form, "overrideAt"), { zone: COURT_ZONE });
  return {
    startAt: at.isValid ? (at.toISO() ?? "") : textOf(form, "overrideAt"),
    minutes: Number(form.get("minutes")),
    mode: modeOf(textOf(form, "mode")),
    roomId: textOf(form, "overrideRoom") || null,
    override: { reason: textOf(form, "overrideReason") },
  };
}

/** When each case of a joint session arrives, in minutes after its start: evenly over it where that was asked for. */
export const arrivalsOf = (form: FormData, cases: number, minutes: number, stepMinutes = 15): number[] =>
  cases > 1 && textOf(form, "stagger") === "even" ? staggered(cases, minutes, stepMinutes) : [];
