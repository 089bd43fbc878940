import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { dateSchema } from "~/domain/mediation/agreement";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { keepService, SERVICE_WAYS } from "./served.server";

/** Enters the service 送达 of a court document on one party. A statement is never left behind unsigned (INT 133). */
export const recordService = verb({
  name: "record-service",
  ability: "issue-document",
  input: z.object({
    caseId: idText,
    documentId: idText,
    partyId: idText,
    how: z.enum(SERVICE_WAYS),
    servedOn: dateSchema,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx, courtId, today } = command;
    const row = command.theCase();
    const d = schema.documents;
    const [document] = await tx
      .select()
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.caseId, row.id), eq(d.id, input.documentId)));
    if (!document) return refuse("notFound", { fields: { documentId: ["invalid"] } });
    const parties = await partiesOfCase(tx, courtId, row.id);
    if (!parties.some((party) => party.id === input.partyId))
      return refuse("partyUnknown", { fields: { partyId: ["partyUnknown"] } });
    if (input.servedOn > today)
      return refuse("happenedInFuture", { fields: { servedOn: ["happenedInFuture"] } });
    // A statement is signed for, by sign-receipt; nothing else makes it effective.
    if (document.kind === "statement")
      return refuse("invalidInput", { fields: { documentId: ["signForIt"] } });
    const served = await keepService(command, row, input);
    await command.record({
      caseId: row.id,
      data: {
        documentId: input.documentId,
        partyId: input.partyId,
        how: input.how,
        servedOn: input.servedOn,
        complete: served.complete,
      },
    });
    return ok({ documentId: input.documentId, complete: served.complete });
  },
});
