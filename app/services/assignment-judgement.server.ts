import type { CandidateSnapshot } from "#db/schema/assignment";
import { findConflicts } from "~/domain/assignment/conflict-of-interest";
import { type Candidate, exclusions, needsConsentToGoOn } from "~/domain/assignment/eligibility";
import { type RankedMediator, rankMediators } from "~/domain/assignment/ranking";
import { ok, type Result, refuse } from "~/domain/result";
import { candidatesFor, type RosterRow, rosterOf } from "./assignment-candidates.server";
import { disputeOf, type KeyedDispute } from "./assignment-dispute.server";
import type { CaseRow, Command } from "./command.server";

/** Grows when the weights or the reasons of ranking change; stands on each assignment. */
export const RULE_VERSION = 1;
/** As many as a coordinator was shown; a complaint is answered from them. */
const KEPT = 20;

type At = Pick<Command<unknown>, "tx" | "courtId" | "deps" | "now">;

export type Field = {
  readonly dispute: KeyedDispute;
  readonly members: readonly RosterRow[];
  readonly candidates: readonly Candidate[];
  readonly ranked: readonly RankedMediator[];
};

/** The court's mediators (or an organisation's) against this case, best first. */
export async function fieldOf(at: At, row: CaseRow, orgId?: string): Promise<Field> {
  const dispute = await disputeOf(at.tx, at.deps.secrets, row);
  const members = (await rosterOf(at.tx, at.courtId, "mediator")).filter(
    (one) => !orgId || one.orgId === orgId,
  );
  const candidates = await candidatesFor(at.tx, row, dispute, members, at.now);
  return { dispute, members, candidates, ranked: rankMediators(candidates, dispute, { now: at.now }) };
}

export const snapshotOfRanking = (ranked: readonly RankedMediator[]): CandidateSnapshot[] =>
  ranked.slice(0, KEPT).map((one) => ({
    personId: one.mediatorId,
    eligible: one.eligible,
    score: one.score,
    reasons: one.reasons.map(({ code, params }) => ({ code, ...(params ? { params: { ...params } } : {}) })),
  }));

export type Judged = {
  readonly member: RosterRow;
  readonly ranked: RankedMediator;
  /** A relation known to the court: he must disclose it, and every party sign (INV 15). */
  readonly needsConsent: boolean;
};

/** May this person preside? Full hands may be passed over by a coordinator who says so; nothing else may. */
export function judgeMediator(field: Field, personId: string, passOverLoad: boolean): Result<Judged> {
  const member = field.members.find((one) => one.personId === personId);
  const candidate = field.candidates.find((one) => one.mediatorId === personId);
  const ranked = field.ranked.find((one) => one.mediatorId === personId);
  if (!member || !candidate || !ranked) return refuse("notFoundInRoster");
  const against = ranked.eligible ? [] : ranked.reasons.map((one) => one.code);
  const left = passOverLoad ? against.filter((code) => code !== "overCapacity") : against;
  if (left.includes("conflictBlocked")) return refuse("conflictOfInterest", { params: { codes: left } });
  if (left.length === 1 && left[0] === "overCapacity")
    return refuse("overCapacity", { params: { codes: left } });
  if (left.length) return refuse("notEligible", { params: { codes: left } });
  return ok({ member, ranked, needsConsent: needsConsentToGoOn(candidate, field.dispute) });
}

/** A lawyer beside the mediator: on the roster, not shut out, and without any tie, since he is easily replaced. */
export async function judgeLawyer(
  at: At,
  row: CaseRow,
  field: Field,
  lawyerId: string,
): Promise<Result<{ member: RosterRow }>> {
  const members = await rosterOf(at.tx, at.courtId, "lawyer", [lawyerId]);
  const [member] = members;
  if (!member?.active) return refuse("notFoundInRoster", { fields: { lawyerId: ["notChosen"] } });
  const [candidate] = await candidatesFor(at.tx, row, field.dispute, members, at.now);
  if (!candidate) return refuse("notFoundInRoster");
  const conflicts = findConflicts(candidate, field.dispute);
  if (conflicts.length)
    return refuse("conflictOfInterest", {
      fields: { lawyerId: ["invalid"] },
      params: { codes: conflicts.map((one) => one.code) },
    });
  const away = exclusions(candidate, field.dispute, at.now).find((one) => one.code === "onLeave");
  return away ? refuse("notEligible", { params: { codes: ["onLeave"] } }) : ok({ member });
}
