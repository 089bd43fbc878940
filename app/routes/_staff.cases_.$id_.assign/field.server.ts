import { EXCLUSION_CODES } from "~/domain/assignment/eligibility";
import type { UserActor } from "~/domain/policy/actor";
import { MEDIATOR_CATEGORIES } from "~/domain/roster/mediator-categories";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { candidatesQuery } from "~/services/queries-candidates.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { ask } from "~/services/query.server";

const categoryKey = (category: string) => {
  const known = MEDIATOR_CATEGORIES.find((one) => one === category);
  return known ? (`category.${known}` as const) : null;
};

/** Full hands are the one thing that a coordinator may pass over. */
const isOnlyFull = (codes: readonly string[], isEligible: boolean) =>
  !isEligible &&
  codes.includes("overCapacity") &&
  !EXCLUSION_CODES.some((code) => code !== "overCapacity" && codes.includes(code));

/** Who can be chosen, who only past the limit, who not; and the lists beside. */
export async function assignmentField(deps: Deps, actor: UserActor, caseId: string, orgId?: string) {
  const field = await guarded(() => ask(deps, actor, candidatesQuery, { caseId, orgId }));
  const lists = await guarded(() => ask(deps, actor, rosterListsQuery, {}));
  if (!field.ok || !lists.ok) throw new Response(null, { status: 404 });
  const all = field.candidates.map((one) => ({
    mediatorId: one.mediatorId,
    name: one.name,
    nameEn: one.nameEn,
    category: categoryKey(one.category),
    org: one.org ? { name: one.org.name, nameEn: one.org.nameEn } : null,
    openCases: one.openCases ?? 0,
    capacity: one.capacity ?? 0,
    reasons: one.reasons,
    standing: one.eligible
      ? ("eligible" as const)
      : isOnlyFull(
            one.reasons.map((reason) => reason.code),
            one.eligible,
          )
        ? ("full" as const)
        : ("excluded" as const),
  }));
  return {
    choosable: all.filter((one) => one.standing !== "excluded"),
    excluded: all.filter((one) => one.standing === "excluded"),
    organisations: field.organisations.map(({ id, name, nameEn, fits }) => ({ id, name, nameEn, fits })),
    lawyers: lists.lawyers
      .filter((one) => one.active)
      .map(({ id, name, nameEn, firm }) => ({ id, name, nameEn, firm })),
  };
}

export type Field = Awaited<ReturnType<typeof assignmentField>>;
export type Candidate = Field["choosable"][number];
