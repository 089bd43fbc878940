import { plusDays } from "~/domain/cases/calendar";
import { causeOf } from "~/domain/intake/causes";
import type { UserActor } from "~/domain/policy/actor";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { courtDay } from "~/services/deps.server";
import { iso } from "~/services/iso.server";
import { myDayQuery, sessionsQuery } from "~/services/queries-calendar.server";
import { causesQuery } from "~/services/queries-session-screens.server";
import { ask } from "~/services/query.server";

const AHEAD_DAYS = 21;

/** A person's day, with what of the coming weeks needs his word. */
export async function dayOf(deps: Deps, actor: UserActor, on: string | null) {
  const now = deps.clock.now();
  const day = await guarded(() => ask(deps, actor, myDayQuery, { on: on ?? undefined }));
  const coming = await guarded(() => ask(deps, actor, sessionsQuery, { mine: true, days: AHEAD_DAYS }));
  if (!day.ok || !coming.ok) throw new Response(null, { status: 404 });
  const ids = day.sessions.flatMap((one) => one.cases.map(({ caseId }) => caseId));
  const causes = await ask(deps, actor, causesQuery, { caseIds: ids });
  return {
    ...day,
    today: courtDay(now),
    before: plusDays(day.on, -1),
    after: plusDays(day.on, 1),
    now: iso(now),
    sessions: day.sessions.map((one) => {
      const codes = one.cases.flatMap(({ caseId }) => (causes.ok ? (causes.causes[caseId] ?? []) : []));
      return {
        ...one,
        causes: [...new Set(codes)].flatMap((code) => {
          const cause = causeOf(code);
          return cause ? [{ zh: cause.zh, en: cause.en }] : [];
        }),
      };
    }),
    declined: coming.sessions
      .filter((one) => one.status === "planned" && one.startAt > iso(now))
      .flatMap(({ cases, ...one }) =>
        cases
          .filter((each) => each.claimant === "declined" || each.respondent === "declined")
          .map((each) => ({ ...one, ...each })),
      ),
  };
}

export type Day = Awaited<ReturnType<typeof dayOf>>;
