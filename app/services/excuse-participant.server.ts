import { z } from "zod";
import { refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { caseIdsOfSession } from "./session-cases.server";
import { changeParticipant } from "./session-participants.server";
import { peopleOfSession } from "./session-people.server";
import { seenVersion, staleSession } from "./session-version.server";

/** Lets one person stay away from a booked session, such as one of two agents; his time is free again and only he is told. */
export const excuseParticipant = verb({
  name: "excuse-participant",
  ability: "reschedule-session",
  input: z.object({ sessionId: idText, resourceId: idText, version: seenVersion }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, cases, input } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
    const people = await peopleOfSession(tx, courtId, cases, input.sessionId);
    const person = people.find((one) => one.resourceId === input.resourceId);
    // Without its mediator there is no session (INV 13): he is replaced, not excused.
    if (!person || person.kind === "mediator")
      return refuse("partyUnknown", { fields: { resourceId: ["notChosen"] } });
    return changeParticipant(command, { sessionId: input.sessionId, person }, "excused");
  },
});
