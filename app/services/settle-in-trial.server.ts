import { and, eq, max, ne } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { termsSchema } from "~/domain/mediation/agreement";
import { missingTerms } from "~/domain/mediation/completeness";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { caseHead } from "./case-head.server";
import { verb } from "./command.server";
import { keepAndIssue } from "./decisions.server";
import { agreementHash } from "./draft-agreement.server";
import { enterObligations } from "./sign-agreement.server";

/** The parties settle before the judge in trial; he makes the statement of what they agreed (CPL 100). */
export const settleInTrial = verb({
  name: "settle-in-trial",
  ability: "settle-in-trial",
  input: z.object({ ...caseShape, terms: termsSchema }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx, courtId, now, today } = command;
    const row = command.theCase();
    const head = await caseHead(tx, row);
    const missing = missingTerms(input.terms, {
      parties: head.parties.map((party) => asId<PartyId>(party.id)),
      route: "statement",
      today,
    });
    if (missing.length) return refuse("incomplete", { params: { missing: missing.map((one) => one.code) } });
    const acted = await act(command, "settle-in-trial", {
      event: "settleInTrial",
      change: { outcome: "statement", route: "statement" },
    });
    if (!acted.ok) return acted;
    const a = schema.agreements;
    const [last] = await tx
      .select({ version: max(a.version) })
      .from(a)
      .where(and(eq(a.courtId, courtId), eq(a.caseId, row.id)));
    await tx
      .update(a)
      .set({ status: "superseded" })
      .where(and(eq(a.courtId, courtId), eq(a.caseId, row.id), ne(a.status, "superseded")));
    const [agreement] = await tx
      .insert(a)
      .values({
        courtId,
        id: uuidv7(),
        caseId: row.id,
        version: (last?.version ?? 0) + 1,
        status: "effective",
        route: "statement",
        terms: input.terms,
        contentHash: agreementHash({ route: "statement", terms: input.terms }, head.parties),
        effectiveAt: acted.at,
        createdAt: now,
      })
      .returning();
    if (!agreement) throw new Error("the settlement was not kept");
    await enterObligations(command, agreement);
    const decided = { kind: "statement", at: acted.at } as const;
    const made = await keepAndIssue(command, acted.row, decided, { byCourt: true });
    await recordAct(command, acted, { agreementId: agreement.id, ...made });
    return ok({ ...standing(acted), ...made });
  },
});
