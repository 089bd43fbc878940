import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { type Command, verb } from "./command.server";
import { caseIdsOfSession } from "./session-cases.server";
import { changeParticipant } from "./session-participants.server";
import { joinsOnce, type Participant, participantsOf, peopleOfSession } from "./session-people.server";
import { seenVersion, staleSession } from "./session-version.server";

/** Somebody of the cases who had been excused, or a lawyer of the roster who joins this once. */
async function whoJoins(command: Command<unknown>, resourceId: string): Promise<Participant | undefined> {
  const { tx, courtId, cases } = command;
  const own = (await participantsOf(tx, courtId, cases)).find((one) => one.resourceId === resourceId);
  if (own) return own;
  const r = schema.rosterMembers;
  const lawyers = await tx
    .select({ id: r.personId })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.personId, resourceId), eq(r.kind, "lawyer"), eq(r.active, true)));
  const [lawyer] = await joinsOnce(
    tx,
    courtId,
    lawyers.map((one) => one.id),
    cases.map((row) => row.id),
  );
  return lawyer;
}

/** Brings one more person into a booked session; only he is told. */
export const addParticipant = verb({
  name: "add-participant",
  ability: "reschedule-session",
  input: z.object({ sessionId: idText, resourceId: idText, version: seenVersion }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, cases, input } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
    const present = await peopleOfSession(tx, courtId, cases, input.sessionId);
    if (present.some((one) => one.resourceId === input.resourceId)) return refuse("alreadyAnswered");
    const person = await whoJoins(command, input.resourceId);
    if (!person) return refuse("notFoundInRoster", { fields: { resourceId: ["notChosen"] } });
    return changeParticipant(command, { sessionId: input.sessionId, person }, "added");
  },
});
