import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { BATCH_KINDS, type ItemReason, lacking, TO_PARTIES } from "~/domain/documents/batch-kinds";
import { ok } from "~/domain/result";
import { choiceShape, chosenCases } from "./batch-choice.server";
import { nextSessions } from "./batch-papers.server";
import { verb } from "./command.server";
import { authorOf } from "./documents.server";

type Item = { caseId: string; partyId: string | null; reason: ItemReason | null };
/** Rows of one insert: PostgreSQL takes no more than 65,535 values. */
const AT_ONCE = 2000;

/**
 * Chooses the cases of a batch and says what each lacks, before anything is written: a draft that can be looked at,
 * started or dropped.
 */
export const prepareDocumentBatch = verb({
  name: "prepare-document-batch",
  ability: "batch-documents",
  input: z.object({ kind: z.enum(BATCH_KINDS), ...choiceShape }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const chosen = await chosenCases(command, input);
    if (!chosen.ok) return chosen;
    const { rows } = chosen;
    const ids = rows.map((row) => row.id);
    const sessions =
      input.kind === "sessionNotice" ? await nextSessions(tx, courtId, ids, now) : new Map<string, string>();
    const p = schema.parties;
    const parties = TO_PARTIES.has(input.kind)
      ? await tx
          .select({ id: p.id, caseId: p.caseId })
          .from(p)
          .where(and(eq(p.courtId, courtId), inArray(p.caseId, ids)))
          .orderBy(p.side, p.ordinal)
      : [];
    const partiesOf = new Map<string, string[]>();
    for (const one of parties) partiesOf.set(one.caseId, [...(partiesOf.get(one.caseId) ?? []), one.id]);
    const items = rows.flatMap((row): Item[] => {
      const reason = lacking(input.kind, {
        isClosed: row.closedAt !== null,
        hasSession: sessions.has(row.id),
        hasMediator: row.mediatorId !== null || row.orgId !== null,
      });
      if (reason) return [{ caseId: row.id, partyId: null, reason }];
      if (!TO_PARTIES.has(input.kind)) return [{ caseId: row.id, partyId: null, reason: null }];
      const own = partiesOf.get(row.id) ?? [];
      if (!own.length) return [{ caseId: row.id, partyId: null, reason: "noParty" }];
      return own.map((partyId) => ({ caseId: row.id, partyId, reason: null }));
    });
    const batchId = uuidv7();
    await tx.insert(schema.documentBatches).values({
      courtId,
      id: batchId,
      kind: input.kind,
      status: "draft",
      total: items.length,
      byId: authorOf(actor),
      createdAt: now,
    });
    for (let from = 0; from < items.length; from += AT_ONCE)
      await tx.insert(schema.documentBatchItems).values(
        items.slice(from, from + AT_ONCE).map((one, n) => ({
          ...one,
          courtId,
          batchId,
          ordinal: from + n + 1,
          status: one.reason ? ("missing" as const) : ("queued" as const),
        })),
      );
    const missing = items.filter((one) => one.reason).length;
    await command.record({
      data: { batchId, kind: input.kind, cases: rows.length, documents: items.length - missing, missing },
    });
    return ok({ batchId, cases: rows.length, documents: items.length - missing, missing });
  },
});
