import type { Side } from "../cases/sides";
import type { CaseId, CourtId, LinkId, OrgId, PartyId, PersonId, TeamId } from "../ids";
import type { ActorName, Role } from "./roles";

/** A signed-in person acting in one court in one role; `userId` is the person's id everywhere. */
export type UserActor = {
  readonly kind: "user";
  readonly courtId: CourtId;
  readonly userId: PersonId;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly teamIds: readonly TeamId[];
  readonly orgIds: readonly OrgId[];
};
/** One side of one case, let in by a party link. */
export type PartyActor = {
  readonly kind: "party";
  readonly courtId: CourtId;
  readonly caseId: CaseId;
  readonly side: Side;
  readonly partyId: PartyId;
  readonly linkId: LinkId;
};
export type JobActor = { readonly kind: "job"; readonly courtId: CourtId; readonly name: string };

export type Actor = UserActor | PartyActor | JobActor;

/** The name by which the case table and the policy know this actor: the role in use, `party` or `job`. */
export function actorName(actor: Actor): ActorName {
  return actor.kind === "user" ? actor.role : actor.kind;
}
