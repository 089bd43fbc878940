import type { UserActor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { act, guarded } from "~/platform/answer.server";
import { clearCourtHours } from "~/services/clear-court-hours.server";
import type { Deps } from "~/services/deps.server";
import { courtHoursPreviewQuery, seasonClearPreviewQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { setCourtHours } from "~/services/set-court-hours.server";
import { textsOf } from "../_staff/form-fields";
import { atFields, weekIn } from "../_staff/week-fields";
import type { Change } from "./change.server";

const OF_HOURS: Pick<Change, "version" | "clocks" | "year" | "on"> = {
  version: 0,
  clocks: [],
  year: null,
  on: null,
};

/** Looks at a week of the court's hours, or puts it in: which sessions would lie, or now lie, outside. */
export async function hoursBy(
  deps: Deps,
  actor: UserActor,
  form: FormData,
  isPreview: boolean,
): Promise<Result<{ change: Change }>> {
  const hours = weekIn(form);
  const texts = textsOf(form);
  const { validFrom = "", validTo = "" } = texts;
  const input = { validFrom, validTo: validTo || null, hours };
  const about = { ...OF_HOURS, hours: { from: validFrom, to: validTo || null } };
  if (isPreview) {
    const asked = await guarded(() => ask(deps, actor, courtHoursPreviewQuery, input));
    const seen = asked.ok ? asked.preview : asked;
    if (!seen.ok) return atFields(seen, hours);
    const sends = { ...texts, intent: "apply-hours" };
    return ok({ change: { ...about, bookings: seen.outside, isApplied: false, sends } });
  }
  const done = await act(deps, actor, setCourtHours, input, String(form.get("_key") ?? ""));
  if (!done.ok) return atFields(done, hours);
  return ok({ change: { ...about, bookings: done.outside, isApplied: true, sends: {} } });
}

/** Looks at what taking back a season that has not begun would leave outside, or takes it back. */
export async function seasonBy(
  deps: Deps,
  actor: UserActor,
  form: FormData,
  isPreview: boolean,
): Promise<Result<{ change: Change }>> {
  const { validFrom = "" } = textsOf(form);
  const about = (to: string | null) => ({ ...OF_HOURS, hours: { from: validFrom, to, isCleared: true } });
  if (isPreview) {
    const asked = await guarded(() => ask(deps, actor, seasonClearPreviewQuery, { validFrom }));
    const seen = asked.ok ? asked.preview : asked;
    if (!seen.ok) return seen;
    const sends = { validFrom, intent: "apply-season" };
    return ok({ change: { ...about(seen.validTo), bookings: seen.outside, isApplied: false, sends } });
  }
  const done = await act(deps, actor, clearCourtHours, { validFrom }, String(form.get("_key") ?? ""));
  if (!done.ok) return done;
  return ok({ change: { ...about(done.validTo), bookings: done.outside, isApplied: true, sends: {} } });
}
