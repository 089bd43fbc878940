import { causeOf } from "~/domain/intake/causes";
import type { UserActor } from "~/domain/policy/actor";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { causesQuery } from "~/services/queries-session-screens.server";
import { ask } from "~/services/query.server";
import { weekOf } from "../_staff.calendar/week.server";

/** The sessions of one day, with their causes; for the door whatever names a party or a dispute stays out of the page. */
export async function docketOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  const isPosted = search.get("posted") === "true";
  const week = await weekOf(deps, actor, search);
  const asked = search.get("on");
  const on = asked && week.days.some((one) => one.on === asked) ? asked : week.today;
  const entries = week.entries.filter((one) => one.on === on && !one.held);
  const caseIds = entries.flatMap((one) => one.cases.map((each) => each.caseId));
  const causes = await guarded(() => ask(deps, actor, causesQuery, { caseIds }));
  const causeShown = (caseId: string) => {
    const cause = causes.ok ? causeOf(causes.causes[caseId] ?? "") : undefined;
    return cause ? { zh: cause.zh, en: cause.en } : null;
  };
  return {
    on,
    now: week.now,
    isPosted,
    entries: entries.map((one) => ({
      sessionId: one.sessionId,
      startAt: one.startAt,
      endAt: one.endAt,
      mode: one.mode,
      mark: one.mark,
      roomId: one.roomId,
      roomName: one.roomName,
      roomNameEn: one.roomNameEn,
      mediatorName: one.mediatorName,
      mediatorNameEn: one.mediatorNameEn,
      cases: one.cases.map((each) => ({
        caseId: each.caseId,
        number: each.number,
        ...(isPosted
          ? { sides: null, cause: null, replies: null }
          : {
              sides: { claimantNames: each.claimantNames, respondentNames: each.respondentNames },
              cause: causeShown(each.caseId),
              replies: { claimant: each.claimant, respondent: each.respondent },
            }),
      })),
    })),
  };
}

export type DocketShown = Awaited<ReturnType<typeof docketOf>>;
