import type { SessionMode } from "~/domain/mediation/sessions";
import { SESSION_MODES } from "~/domain/mediation/sessions";

export type ChosenSlot = { startAt: string; minutes: number; mode: SessionMode; roomId: string | null };

const modeOf = (text: string): SessionMode => SESSION_MODES.find((one) => one === text) ?? "onsite";

/** The ticked times of a picker's form, with the length and mode that they were searched for. */
export function slotsOf(form: FormData): ChosenSlot[] {
  const minutes = Number(form.get("minutes"));
  const mode = modeOf(String(form.get("mode") ?? ""));
  return form.getAll("slot").flatMap((value) => {
    const [startAt, roomId] = String(value).split("|");
    return startAt ? [{ startAt, minutes, mode, roomId: roomId || null }] : [];
  });
}
