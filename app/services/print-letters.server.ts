import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { casesOfNotices } from "./delivery-cases.server";
import { markDelivery } from "./delivery-state.server";
import { openDelivery } from "./effects/deliver.server";
import { paperKey } from "./effects/post-notice.server";
import { actorIdOf } from "./record.server";

export const MOST_LETTERS = 200;

/** Notices that go out as letters: each is printed once, and printed again it stays the same letter. */
export const printLetters = verb({
  name: "print-letters",
  ability: "note-delivery",
  input: z.object({ noticeIds: z.array(idText).min(1, "required").max(MOST_LETTERS, "tooLong") }),
  cases: (input, tx, courtId) => casesOfNotices(tx, courtId, input.noticeIds),
  run: async (command) => {
    const { tx, courtId, input, now, actor, deps, cases } = command;
    const n = schema.notices;
    const d = schema.deliveries;
    const rows = await tx
      .select()
      .from(n)
      .where(and(eq(n.courtId, courtId), inArray(n.id, input.noticeIds)))
      .orderBy(n.id);
    if (rows.length !== new Set(input.noticeIds).size) return refuse("notFound");
    const byId = actorIdOf(actor);
    for (const row of rows) {
      const key = paperKey(row.key);
      const about = {
        courtId,
        caseId: row.caseId ?? "",
        noticeId: row.id,
        invitationId: row.invitationId ?? undefined,
      };
      const of = { channel: "paper", key, addressMasked: "", status: "printed" } as const;
      await openDelivery(tx, deps, about, of, byId);
      const [letter] = await tx
        .select({ id: d.id, status: d.status })
        .from(d)
        .where(and(eq(d.courtId, courtId), eq(d.key, key)));
      if (letter?.status === "queued")
        await markDelivery(tx, { courtId, id: letter.id, status: "printed", at: now, byId });
    }
    for (const { id } of cases)
      await command.record({
        caseId: id,
        data: { noticeIds: rows.filter((row) => row.caseId === id).map((row) => row.id) },
      });
    return ok({ printed: rows.length });
  },
});
