import type { UserActor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { act, guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { courtHoursPreviewQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { setCourtHours } from "~/services/set-court-hours.server";
import { textsOf } from "../_staff/form-fields";
import { atFields, weekIn } from "../_staff/week-fields";
import type { Change } from "./change.server";

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
  const about = {
    version: 0,
    clocks: [],
    year: null,
    on: null,
    hours: { from: validFrom, to: validTo || null },
  };
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
