import { asCourtId } from "~/domain/ids";
import { execute } from "../command.server";
import { freedPlace, offerFreedPlace } from "../offer-freed-place.server";
import { type Handler, textOf } from "./job.server";

/** A place came free: the waiting case nearest its last day that fits is offered it; tried again, it is offered once. */
export const offerFreed: Handler = async (deps, job) => {
  const { courtId } = job;
  const freed = await deps.db.withCourt(courtId, (tx) => freedPlace(tx, courtId, textOf(job, "sessionId")));
  const actor = { kind: "job", courtId: asCourtId(courtId), name: "offer-freed-place" } as const;
  for (const caseId of freed?.waiting ?? []) {
    const offered = await execute(deps, actor, offerFreedPlace, { caseId, bookingId: freed?.bookingId });
    if (offered.ok || offered.refusal === "tooSoon") return;
  }
};
