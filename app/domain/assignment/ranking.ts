import type { DateTime } from "luxon";
import { courtDate } from "../cases/calendar";
import type { MediatorId } from "../ids";
import {
  type AssignmentDispute,
  type Candidate,
  exclusions,
  needsConsentToGoOn,
  type Reason,
} from "./eligibility";

/** Points per reason; a court may weigh otherwise. */
export type RankingWeights = {
  readonly speciality: number;
  readonly sameGroup: number;
  readonly load: number;
  readonly language: number;
  readonly residentToday: number;
  readonly district: number;
  readonly waiting: number;
  readonly consentToGoOn: number;
};
export const DEFAULT_WEIGHTS: RankingWeights = {
  speciality: 30,
  sameGroup: 15,
  load: 30,
  language: 10,
  residentToday: 10,
  district: 10,
  waiting: 10,
  consentToGoOn: -40,
};
/** After so many days without a case, waiting counts in full. */
const WAITING_DAYS = 14;

export type RankedMediator = {
  readonly mediatorId: MediatorId;
  readonly eligible: boolean;
  readonly reasons: readonly Reason[];
  readonly score: number;
};

/**
 * Everybody, the eligible first and best first, each with his reasons. Ties go to the lighter load, then to the id, so
 * the same question always gets the same answer.
 */
export function rankMediators(
  candidates: readonly Candidate[],
  dispute: AssignmentDispute,
  options: { readonly now: DateTime; readonly weights?: RankingWeights },
): readonly RankedMediator[] {
  const load = new Map(candidates.map((candidate) => [candidate.mediatorId, candidate.openCases]));
  return candidates
    .map((candidate) => rank(candidate, dispute, options.now, options.weights ?? DEFAULT_WEIGHTS))
    .sort(
      (a, b) =>
        Number(b.eligible) - Number(a.eligible) ||
        b.score - a.score ||
        load.get(a.mediatorId)! - load.get(b.mediatorId)! ||
        (a.mediatorId < b.mediatorId ? -1 : 1),
    );
}

function rank(
  candidate: Candidate,
  dispute: AssignmentDispute,
  now: DateTime,
  weights: RankingWeights,
): RankedMediator {
  const { mediatorId } = candidate;
  const against = exclusions(candidate, dispute, now);
  if (against.length > 0) return { mediatorId, eligible: false, reasons: against, score: 0 };
  const points = merits(candidate, dispute, now, weights);
  const score = Math.round(points.reduce((sum, [, value]) => sum + value, 0));
  const reasons = points.flatMap(([reason]) => (reason ? [reason] : []));
  return { mediatorId, eligible: true, reasons, score };
}

type Merit = readonly [reason: Reason | null, points: number];

function merits(
  candidate: Candidate,
  dispute: AssignmentDispute,
  now: DateTime,
  weights: RankingWeights,
): readonly Merit[] {
  const found: Merit[] = [];
  if (candidate.causes.includes(dispute.causeCode))
    found.push([{ code: "speciality", params: { cause: dispute.causeCode } }, weights.speciality]);
  else if (candidate.groups.includes(dispute.causeGroup))
    found.push([{ code: "sameGroup", params: { group: dispute.causeGroup } }, weights.sameGroup]);

  const free = 1 - candidate.openCases / candidate.capacity;
  const light = {
    code: "lowLoad",
    params: { open: candidate.openCases, capacity: candidate.capacity },
  } as const;
  found.push([free >= 0.5 ? light : null, free * weights.load]);

  if (dispute.language !== null)
    found.push([{ code: "language", params: { language: dispute.language } }, weights.language]);
  if (candidate.residentOn.includes(courtDate(now)))
    found.push([{ code: "residentToday" }, weights.residentToday]);
  if (dispute.district !== null && candidate.districts.includes(dispute.district))
    found.push([{ code: "district", params: { district: dispute.district } }, weights.district]);

  const days = candidate.lastAssignedAt ? now.diff(candidate.lastAssignedAt, "days").days : WAITING_DAYS;
  const waited = Math.max(0, Math.min(1, days / WAITING_DAYS));
  const long = { code: "waitedLongest", params: { days: Math.floor(days) } } as const;
  found.push([waited === 1 && candidate.lastAssignedAt ? long : null, waited * weights.waiting]);

  if (needsConsentToGoOn(candidate, dispute))
    found.push([{ code: "consentToGoOnNeeded" }, weights.consentToGoOn]);
  return found;
}
