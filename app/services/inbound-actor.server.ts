import { asCourtId } from "~/domain/ids";
import type { JobActor } from "~/domain/policy/actor";

/** Whoever takes in what comes by mail or text message. */
export const inboundActor = (courtId: string): JobActor => ({
  kind: "job",
  courtId: asCourtId(courtId),
  name: "inbound",
});
