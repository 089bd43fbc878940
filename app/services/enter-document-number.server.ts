import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { caseNumberSchema, checkCaseNumber } from "~/domain/cases/number";
import type { NumberPurpose } from "~/domain/cases/number-families";
import type { DocumentKind } from "~/domain/documents/document-kinds";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { issueDecision } from "./decisions.server";

const PURPOSE: Partial<Record<DocumentKind, NumberPurpose>> = {
  rulingConfirmed: "confirmation",
  rulingDismissed: "confirmation",
  rulingNotAccepted: "confirmation",
  rulingWithdrawn: "confirmation",
  statement: "statement",
};

/**
 * Enters the official number of a ruling or statement, which the court's own system gave; the document is written again
 * with it. A document of the case that is no decision bears none (`invalidInput`), one that is not there is `notFound`.
 */
export const enterDocumentNumber = verb({
  name: "enter-document-number",
  ability: "issue-document",
  input: z.object({ caseId: idText, documentId: idText, number: caseNumberSchema }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx, courtId, now } = command;
    const row = command.theCase();
    const d = schema.decisions;
    const [decision] = await tx
      .select()
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.caseId, row.id), eq(d.documentId, input.documentId)));
    const [document] = await tx
      .select({ kind: schema.documents.kind })
      .from(schema.documents)
      .where(
        and(
          eq(schema.documents.courtId, courtId),
          eq(schema.documents.caseId, row.id),
          eq(schema.documents.id, input.documentId),
        ),
      );
    if (!document) return refuse("notFound", { fields: { documentId: ["invalid"] } });
    const purpose = PURPOSE[document.kind];
    if (!decision || !purpose) return refuse("invalidInput", { fields: { documentId: ["bearsNoNumber"] } });
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    const checked = checkCaseNumber(input.number, { courtCode: court?.code ?? "", purpose });
    if (!checked.ok) return { ...checked, fields: { number: [checked.refusal] } };
    const n = schema.caseNumbers;
    const [taken] = await tx
      .select({ caseId: n.caseId })
      .from(n)
      .where(and(eq(n.courtId, courtId), eq(n.number, checked.text)));
    if (taken && taken.caseId !== row.id)
      return refuse("numberTaken", { fields: { number: ["numberTaken"] } });
    if (!taken)
      await tx.insert(n).values({
        courtId,
        caseId: row.id,
        family: checked.number.type,
        number: checked.text,
        source: "entered",
        givenAt: now,
      });
    const issued = await issueDecision(command, row, decision, { number: checked.text });
    await command.record({
      caseId: row.id,
      data: { documentId: input.documentId, number: checked.text, sha256: issued?.sha256 ?? null },
    });
    return ok({ documentId: input.documentId, number: checked.text });
  },
});
