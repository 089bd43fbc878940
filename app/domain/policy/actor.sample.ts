import { CLAIMANT } from "../cases/facts.sample";
import type { CaseId, CourtId, LinkId, PersonId } from "../ids";
import type { Actor } from "./actor";
import type { ActorName } from "./roles";

const courtId = "bj0107" as CourtId;

/** Anybody who can act on the sample file, for tests; a party is its claimant. */
export function sampleActor(name: ActorName): Actor {
  if (name === "job") return { kind: "job", courtId, name: "test" };
  if (name === "party")
    return {
      kind: "party",
      courtId,
      caseId: "0192f000-0000-7000-8000-00000000000c" as CaseId,
      side: "claimant",
      partyId: CLAIMANT,
      linkId: "0192f000-0000-7000-8000-00000000000d" as LinkId,
    };
  const userId = "0192f000-0000-7000-8000-00000000000e" as PersonId;
  return { kind: "user", courtId, userId, role: name, roles: [name], teamIds: [], orgIds: [] };
}
