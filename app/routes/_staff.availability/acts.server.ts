import { DateTime } from "luxon";
import { v4 as uuid } from "uuid";
import type { UserActor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { act } from "~/platform/answer.server";
import { addCalendarFile } from "~/services/add-calendar-file.server";
import {
  addCalendarSource,
  refreshCalendarSource,
  removeCalendarSource,
} from "~/services/add-calendar-source.server";
import { addLeave } from "~/services/add-leave.server";
import { clearDateHours } from "~/services/clear-date-hours.server";
import type { Deps } from "~/services/deps.server";
import { endLeave } from "~/services/end-leave.server";
import { setDateHours } from "~/services/set-date-hours.server";
import { setFacilities } from "~/services/set-facilities.server";
import { setLimits } from "~/services/set-limits.server";
import { setWeeklyHours } from "~/services/set-weekly-hours.server";
import { atFields, spansIn, weekIn } from "../_staff/week-fields";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
const optional = (form: FormData, name: string) => text(form, name) || undefined;
const instantOf = (form: FormData, name: string) => {
  const at = DateTime.fromISO(text(form, name), { zone: COURT_ZONE });
  return at.isValid ? at.toISO() : text(form, name);
};

const withResident =
  (form: FormData) =>
  <T extends { weekday: number }>(span: T) => ({
    ...span,
    resident: text(form, `resident.${span.weekday}`) === "on",
  });

type Run = (
  deps: Deps,
  actor: UserActor,
  form: FormData,
  resourceId: string | undefined,
) => Promise<Result<object>>;
const keyOf = (form: FormData, more = "") => `${text(form, "_key") || uuid()}${more}`;

/** What the buttons of the page do, by the value of the button. */
export const AVAILABILITY_ACTS: Readonly<Record<string, Run>> = {
  week: async (deps, actor, form, resourceId) => {
    const followsCourt = text(form, "followsCourt") === "on";
    const hours = followsCourt ? [] : weekIn(form).map(withResident(form));
    const input = {
      resourceId,
      validFrom: text(form, "validFrom"),
      validTo: optional(form, "validTo"),
      followsCourt,
      hours,
    };
    return atFields(await act(deps, actor, setWeeklyHours, input, keyOf(form)), hours);
  },
  date: async (deps, actor, form, resourceId) => {
    const hours = spansIn(form, "date");
    const input = { resourceId, on: text(form, "on"), hours, note: optional(form, "note") };
    return atFields(await act(deps, actor, setDateHours, input, keyOf(form)), hours);
  },
  clearDate: (deps, actor, form, resourceId) => {
    const on = text(form, "on");
    return act(deps, actor, clearDateHours, { resourceId, on }, keyOf(form, on));
  },
  leave: (deps, actor, form, resourceId) =>
    act(
      deps,
      actor,
      addLeave,
      {
        resourceId,
        startAt: instantOf(form, "startAt"),
        endAt: instantOf(form, "endAt"),
        reason: optional(form, "reason"),
      },
      keyOf(form),
    ),
  endLeave: (deps, actor, form) => {
    const absenceId = text(form, "absenceId");
    return act(deps, actor, endLeave, { absenceId }, keyOf(form, absenceId));
  },
  limits: (deps, actor, form, resourceId) =>
    act(
      deps,
      actor,
      setLimits,
      {
        resourceId,
        version: text(form, "version"),
        maxPerDay: text(form, "maxPerDay"),
        maxPerWeek: text(form, "maxPerWeek"),
        bufferBeforeMinutes: text(form, "bufferBeforeMinutes") || 0,
        bufferAfterMinutes: text(form, "bufferAfterMinutes") || 0,
        minimumNoticeMinutes: text(form, "minimumNoticeMinutes"),
        horizonDays: text(form, "horizonDays"),
      },
      keyOf(form),
    ),
  addCalendar: (deps, actor, form) =>
    act(
      deps,
      actor,
      addCalendarSource,
      { name: text(form, "name"), address: text(form, "address") },
      keyOf(form),
    ),
  uploadCalendar: async (deps, actor, form) => {
    const file = form.get("file");
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    const input = { name: text(form, "fileName"), content: bytes.toString("base64") };
    const done = await act(deps, actor, addCalendarFile, input, keyOf(form));
    if (done.ok || !done.fields) return done;
    const { name, content, ...rest } = done.fields;
    return {
      ...done,
      fields: { ...rest, ...(name && { fileName: name }), ...(content && { file: content }) },
    };
  },
  refreshCalendar: (deps, actor, form) => {
    const sourceId = text(form, "sourceId");
    return act(deps, actor, refreshCalendarSource, { sourceId }, keyOf(form, sourceId));
  },
  removeCalendar: (deps, actor, form) => {
    const sourceId = text(form, "sourceId");
    return act(deps, actor, removeCalendarSource, { sourceId }, keyOf(form, sourceId));
  },
  facilities: (deps, actor, form, resourceId) =>
    act(
      deps,
      actor,
      setFacilities,
      { roomId: resourceId, facilities: form.getAll("facilities").map(String) },
      keyOf(form),
    ),
};
