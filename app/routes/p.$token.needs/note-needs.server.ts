import type { Actor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { act } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { setNeeds } from "~/services/set-needs.server";
import { setPreferences } from "~/services/set-preferences.server";
import { setReading } from "~/services/set-reading.server";

/** Notes what a party needs, as the form sends it; words of one's own are parted by commas. */
function noteNeeds(
  deps: Deps,
  actor: Actor,
  of: { caseId: string; partyId: string },
  form: FormData,
): Promise<Result<object>> {
  const words = String(form.get("words") ?? "")
    .split(/[,，;；、]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return act(deps, actor, setNeeds, {
    ...of,
    needs: form.getAll("needs").map(String),
    language: String(form.get("language") ?? "").trim() || undefined,
    words,
  });
}

/** Notes when a party would rather meet, as the form sends it. */
const noteWish = (
  deps: Deps,
  actor: Actor,
  of: { caseId: string; partyId: string },
  form: FormData,
): Promise<Result<object>> =>
  act(deps, actor, setPreferences, {
    ...of,
    weekdays: form.getAll("weekdays").map(String),
    halves: form.getAll("halves").map(String),
  });

/** Notes in which language and with which time zone a party reads its notices, as the form sends it. */
const noteReading = (
  deps: Deps,
  actor: Actor,
  of: { caseId: string; partyId: string },
  form: FormData,
): Promise<Result<object>> =>
  act(deps, actor, setReading, {
    ...of,
    locale: String(form.get("locale") ?? ""),
    zone: String(form.get("zone") ?? ""),
  });

const NOTES = { needs: noteNeeds, wish: noteWish, reading: noteReading } as const;
export type NoteIntent = keyof typeof NOTES;

/** Which of the notes a form is, by its button; null for another form. */
export const noteFor = (intent: string) =>
  Object.hasOwn(NOTES, intent) ? { intent: intent as NoteIntent, note: NOTES[intent as NoteIntent] } : null;
