import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { CONSENT_CHANNELS, CONSENT_DECISIONS } from "~/domain/mediation/consents";
import { ok } from "~/domain/result";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { dropPlanned, endAssignment, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";

/** A party agrees to be mediated, or refuses (CPL 125); told by himself through his link, or taken down by staff. */
export const recordConsent = verb({
  name: "record-consent",
  ability: "record-consent",
  input: z.object({
    ...caseShape,
    partyId: idText,
    decision: z.enum(CONSENT_DECISIONS),
    how: z.enum(CONSENT_CHANNELS).default("inPerson"),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const row = command.theCase();
    const { partyId, decision } = input;
    const refused = decision === "refused";
    const acted = await act(command, "record-consent", {
      event: "recordConsent",
      input: { partyId: asId<PartyId>(partyId), decision },
      // A refusal is a wish of the party, not the mediator's report: it ends the mediation by itself.
      ...(refused ? { change: { mediationEnd: "partyUnwilling", fee: feeAfterFailure(row) } as const } : {}),
    });
    if (!acted.ok) return acted;
    await tx.insert(schema.consents).values({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      partyId,
      kind: "mediation",
      decision,
      how: actor.kind === "party" ? "partyLink" : input.how,
      happenedAt: acted.at,
      recordedAt: now,
    });
    const told = refused ? await dropPlanned(command, row.id, "refused") : [];
    if (refused && row.stage === "delegated") await endAssignment(command, row.id, "refused");
    await recordAct(command, acted, { partyId, decision }, told);
    return ok(standing(acted));
  },
});
