import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { CONSENT_CHANNELS, CONSENT_DECISIONS } from "~/domain/mediation/consents";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { currentAssignment } from "./case-ending.server";
import { verb } from "./command.server";

/** A party signs 书面同意继续调解, or refuses to, after a disclosure (INV 15); once for each assignment. */
export const consentToGoOn = verb({
  name: "consent-to-go-on",
  ability: "consent-to-go-on",
  input: z.object({
    ...caseShape,
    partyId: idText,
    decision: z.enum(CONSENT_DECISIONS),
    how: z.enum(CONSENT_CHANNELS).default("onPaper"),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    if (!assignment) return refuse("notFound");
    const acted = await act(command, "consent-to-go-on", {
      event: "consentToGoOn",
      input: { partyId: asId<PartyId>(input.partyId), decision: input.decision },
    });
    if (!acted.ok) return acted;
    await tx.insert(schema.consents).values({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      partyId: input.partyId,
      kind: "goOn",
      subjectId: assignment.id,
      decision: input.decision,
      how: command.actor.kind === "party" ? "partyLink" : input.how,
      happenedAt: acted.at,
      recordedAt: now,
    });
    const { partyId, decision } = input;
    await recordAct(command, acted, { assignmentId: assignment.id, partyId, decision });
    return ok(standing(acted));
  },
});
