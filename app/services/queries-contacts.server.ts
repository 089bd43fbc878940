import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { NotFound } from "./command.server";
import { place } from "./personal.server";
import { query } from "./query.server";

/**
 * The contacts of a case in full, with what was said when they were tried. Whoever looks leaves a trace.
 * @throws NotFound (404) for a party of another case
 */
export const contactsUnmaskedQuery = query({
  name: "contacts-unmasked",
  ability: "see-contacts-unmasked",
  input: z.object({ caseId: z.string().uuid("idMalformed"), partyId: z.string().uuid().optional() }),
  run: async (question) => {
    const { tx, courtId, input, deps } = question;
    const row = question.theCase();
    const p = schema.parties;
    const parties = await tx
      .select()
      .from(p)
      .where(
        and(
          eq(p.courtId, courtId),
          eq(p.caseId, row.id),
          input.partyId ? eq(p.id, input.partyId) : undefined,
        ),
      )
      .orderBy(asc(p.side), asc(p.ordinal));
    if (input.partyId && !parties.length) throw new NotFound("party");
    const k = schema.contactPoints;
    const points = await tx
      .select()
      .from(k)
      .where(and(eq(k.courtId, courtId), eq(k.caseId, row.id)))
      .orderBy(asc(k.id));
    const t = schema.contactAttempts;
    const tries = await tx
      .select()
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.caseId, row.id)))
      .orderBy(asc(t.happenedAt));
    const open = (box: Buffer | null, table: string, column: string, id: string) =>
      box ? deps.secrets.openText(box, place(table, column, id)) : null;
    const shown = parties.map((party) => ({
      partyId: party.id,
      side: party.side,
      name: party.name,
      idKind: party.idKind,
      idNumber: open(party.idSealed, "parties", "id_sealed", party.id),
      address: open(party.addressSealed, "parties", "address_sealed", party.id),
      contacts: points
        .filter((one) => one.partyId === party.id)
        .map((one) => ({
          contactPointId: one.id,
          agentId: one.agentId,
          kind: one.kind,
          value: open(one.sealed, "contact_points", "sealed", one.id) ?? "",
          status: one.status,
          preferred: one.preferred,
        })),
      attempts: tries
        .filter((one) => one.partyId === party.id)
        .map((one) => ({
          attemptId: one.id,
          contactPointId: one.contactPointId,
          channel: one.channel,
          result: one.result,
          words: open(one.wordsSealed, "contact_attempts", "words_sealed", one.id),
          nextTryOn: one.nextTryOn,
          at: one.happenedAt.toUTC().toISO(),
        })),
    }));
    await question.trace({
      verb: "view-contacts",
      data: { caseId: row.id, parties: parties.map((one) => one.id) },
    });
    return { caseId: row.id, parties: shown };
  },
});
