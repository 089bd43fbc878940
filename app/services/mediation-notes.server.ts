import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { namesOfPeople } from "./case-people.server";
import { iso } from "./iso.server";
import { place } from "./personal.server";
import { query } from "./query.server";

/**
 * What was said in mediation, for the mediator and lawyer of the case alone. The only reader of these notes; each
 * reading leaves a trace on the reader's own chain.
 */
export const notesQuery = query({
  name: "mediation-notes",
  ability: "view-notes",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, courtId, input, deps } = question;
    const n = schema.confidentialNotes;
    const rows = await tx
      .select()
      .from(n)
      .where(and(eq(n.courtId, courtId), eq(n.caseId, input.caseId)))
      .orderBy(asc(n.writtenAt), asc(n.id));
    const names = await namesOfPeople(
      tx,
      courtId,
      rows.map((row) => row.authorId),
    );
    await question.trace({ verb: "view-notes", data: { caseId: input.caseId, notes: rows.length } });
    return {
      notes: rows.map((row) => ({
        noteId: row.id,
        sessionId: row.sessionId,
        kind: row.kind,
        side: row.side,
        author: names.get(row.authorId)?.name ?? "",
        words: deps.secrets.openText(row.sealed, place("confidential_notes", "sealed", row.id)),
        writtenAt: iso(row.writtenAt),
      })),
    };
  },
});
