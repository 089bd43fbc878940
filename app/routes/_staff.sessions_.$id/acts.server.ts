import { ATTENDANCE_STATUSES } from "~/domain/mediation/sessions";
import type { UserActor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { act } from "~/platform/answer.server";
import { closeSession } from "~/services/close-session.server";
import { acceptCounter, declineCounter } from "~/services/decide-counter.server";
import type { Deps } from "~/services/deps.server";
import { openSession } from "~/services/open-session.server";
import { recordAttendance } from "~/services/record-attendance.server";
import { recordNoShow } from "~/services/record-no-show.server";
import { recordUndisputedFacts } from "~/services/record-undisputed-facts.server";
import { signUndisputedFacts } from "~/services/sign-undisputed-facts.server";
import { writeNote } from "~/services/write-note.server";
import { uploadedId } from "../_staff/evidence.server";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** `att.<party>.status` and its neighbours; parties without a status are left as they are. */
function attendancesIn(form: FormData) {
  return [...form.keys()].flatMap((name) => {
    const partyId = /^att\.(.+)\.status$/.exec(name)?.[1];
    const status = ATTENDANCE_STATUSES.find((one) => one === text(form, name));
    if (!partyId || !status) return [];
    return [
      {
        partyId,
        status,
        identityChecked: text(form, `att.${partyId}.identity`) === "on",
        agentId: text(form, `att.${partyId}.agent`) || null,
      },
    ];
  });
}

const resultsIn = (form: FormData) =>
  [...form.keys()].flatMap((name) => {
    const caseId = /^result\.(.+)$/.exec(name)?.[1];
    if (!caseId) return [];
    const nextStep = text(form, `nextStep.${caseId}`);
    return [{ caseId, result: text(form, name), ...(nextStep ? { nextStep } : {}) }];
  });

type Run = (deps: Deps, actor: UserActor, form: FormData, sessionId: string, key: string) => Promise<Result>;

/** What the buttons of a session's page do, by the value of the button. */
export const SESSION_ACTS: Readonly<Record<string, Run>> = {
  acceptCounter: (deps, actor, form, sessionId, key) =>
    act(
      deps,
      actor,
      acceptCounter,
      {
        sessionId,
        proposalId: text(form, "proposalId"),
        version: text(form, "version") || undefined,
        reason: text(form, "reason"),
      },
      key,
    ),
  declineCounter: (deps, actor, form, sessionId, key) =>
    act(deps, actor, declineCounter, { sessionId, proposalId: text(form, "proposalId") }, key),
  open: async (deps, actor, form, sessionId, key) => {
    const evidence = await uploadedId(deps, actor, form, "evidenceFile", text(form, "caseId"));
    if (!evidence.ok) return evidence;
    return act(
      deps,
      actor,
      openSession,
      {
        sessionId,
        identityChecked: form.get("identityChecked"),
        rightsRead: form.get("rightsRead"),
        attendances: attendancesIn(form),
        happenedAt: text(form, "happenedAt") || undefined,
        lateReason: text(form, "lateReason") || undefined,
        evidenceFileId: evidence.fileId,
      },
      key,
    );
  },
  attendance: (deps, actor, form, sessionId, key) =>
    act(deps, actor, recordAttendance, { sessionId, attendances: attendancesIn(form) }, key),
  noShow: (deps, actor, form, sessionId, key) =>
    act(
      deps,
      actor,
      recordNoShow,
      {
        sessionId,
        absentPartyIds: form.getAll("absent").map(String),
        noticeProven: form.get("noticeProven"),
      },
      key,
    ),
  facts: (deps, actor, form, _sessionId, key) =>
    act(
      deps,
      actor,
      recordUndisputedFacts,
      { caseId: text(form, "caseId"), add: [{ text: text(form, "fact"), source: text(form, "source") }] },
      key,
    ),
  withdraw: (deps, actor, form, _sessionId, key) =>
    act(
      deps,
      actor,
      recordUndisputedFacts,
      { caseId: text(form, "caseId"), withdraw: [text(form, "factId")] },
      `${key}-${text(form, "factId")}`,
    ),
  sign: (deps, actor, form, _sessionId, key) =>
    act(
      deps,
      actor,
      signUndisputedFacts,
      { caseId: text(form, "caseId"), partyId: text(form, "partyId"), how: "paper" },
      `${key}-${text(form, "partyId")}`,
    ),
  note: (deps, actor, form, sessionId, key) =>
    act(
      deps,
      actor,
      writeNote,
      {
        caseId: text(form, "caseId"),
        sessionId,
        kind: text(form, "kind"),
        side: text(form, "side") || null,
        words: text(form, "words"),
      },
      key,
    ),
  close: (deps, actor, form, sessionId, key) =>
    act(deps, actor, closeSession, { sessionId, results: resultsIn(form) }, key),
};
