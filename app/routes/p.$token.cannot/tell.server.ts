import { DateTime } from "luxon";
import { plusDays } from "~/domain/cases/calendar";
import type { Actor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { act, typed } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { reportAbsence } from "~/services/report-absence.server";
import { reportWeeklyAbsence } from "~/services/report-weekly-absence.server";
import { withdrawAbsence } from "~/services/withdraw-absence.server";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const instantOf = (on: string, time: string) => {
  const at = DateTime.fromISO(`${on}T${time}`, { zone: COURT_ZONE });
  return DATE.test(on) && at.isValid ? at.toISO() : "";
};
const minuteOf = (time: string) => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : time;
};

/** The verb speaks of instants and minutes, the form of dates and times: errors stand where they were typed. */
const AT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  once: { startAt: "on", endAt: "to" },
  days: { startAt: "fromOn", endAt: "untilOn" },
  weekly: { fromMinute: "from", toMinute: "to" },
};
function atFields(done: Result<object>, kind: string): Result<object> {
  if (done.ok || !done.fields) return done;
  const fields = Object.fromEntries(
    Object.entries(done.fields).map(([name, codes]) => [AT[kind]?.[name] ?? name, codes]),
  );
  return { ...done, fields };
}

/** Notes or takes back a time of one side of a case, as the form sends it; `of` names whose it is. */
export async function tell(
  deps: Deps,
  actor: Actor,
  of: { caseId: string; partyId: string },
  form: FormData,
): Promise<Result<object>> {
  const { intent, kind = "once", ...put } = typed(form);
  const agentId = put.agentId || undefined;
  if (intent === "withdraw")
    return act(deps, actor, withdrawAbsence, { ...of, agentId, absenceId: put.absenceId });
  const reason = put.reason || undefined;
  if (kind === "weekly")
    return atFields(
      await act(deps, actor, reportWeeklyAbsence, {
        ...of,
        agentId,
        reason,
        weekday: put.weekday,
        fromMinute: minuteOf(put.from ?? ""),
        toMinute: minuteOf(put.to ?? ""),
        fromOn: put.fromOn,
        untilOn: put.untilOn,
      }),
      kind,
    );
  const [startAt, endAt] =
    kind === "days"
      ? [
          instantOf(put.fromOn ?? "", "00:00"),
          DATE.test(put.untilOn ?? "") ? instantOf(plusDays(put.untilOn ?? "", 1), "00:00") : "",
        ]
      : [instantOf(put.on ?? "", put.from ?? ""), instantOf(put.on ?? "", put.to ?? "")];
  return atFields(await act(deps, actor, reportAbsence, { ...of, agentId, reason, startAt, endAt }), kind);
}
