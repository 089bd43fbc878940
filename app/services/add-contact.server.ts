import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { contactRow } from "./case-parties.server";
import { verb } from "./command.server";
import { contactIndexes } from "./identities.server";
import { contactShape } from "./party-shape.server";

/** Adds one more number or address of a party or an agent; a preferred one takes the place of the one before. */
export const addContact = verb({
  name: "add-contact",
  ability: "edit-contacts",
  input: z.intersection(
    z.object({ caseId: idText, partyId: idText, agentId: idText.optional() }),
    contactShape,
  ),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor, deps } = command;
    const { caseId, partyId } = input;
    const agentId = input.agentId ?? null;
    if (actor.kind === "party" && actor.partyId !== partyId) return refuse("partyUnknown");
    const p = schema.parties;
    const [party] = await tx
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.caseId, caseId), eq(p.id, partyId)));
    const a = schema.agents;
    const [agent] = agentId
      ? await tx
          .select({ id: a.id })
          .from(a)
          .where(and(eq(a.courtId, courtId), eq(a.partyId, partyId), eq(a.id, agentId)))
      : [];
    if (!party || (agentId && !agent)) return refuse("partyUnknown");
    const k = schema.contactPoints;
    const own = and(
      eq(k.courtId, courtId),
      eq(k.partyId, partyId),
      agentId ? eq(k.agentId, agentId) : isNull(k.agentId),
    );
    const indexes = contactIndexes(deps.secrets, input.value);
    const had = await tx.select({ kind: k.kind, index: k.index }).from(k).where(own);
    if (had.some((one) => one.kind === input.kind && indexes.some((index) => index.equals(one.index))))
      return refuse("alreadyAnswered", { fields: { value: ["contactKnown"] } });
    if (input.preferred) await tx.update(k).set({ preferred: false }).where(own);
    const row = contactRow(command, { caseId, partyId, agentId }, input);
    await tx.insert(k).values(row);
    await command.record({ caseId, data: { partyId, agentId, contactPointId: row.id, kind: input.kind } });
    return ok({ contactPointId: row.id });
  },
});
