import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { fenSchema } from "~/domain/intake/amount";
import { causeOf } from "~/domain/intake/causes";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { claimResources, insertParties, namesOf } from "./case-parties.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { partyShape } from "./party-shape.server";

const resubmitShape = (now: Parameters<typeof partyShape>[0]) =>
  z.object({
    ...caseShape,
    facts: z.string().trim().max(5000, "textTooLong").optional(),
    claims: z.string().trim().max(5000, "textTooLong").optional(),
    causeCode: z
      .string()
      .refine((code) => causeOf(code) !== undefined, "notChosen")
      .optional(),
    amountFen: fenSchema.optional(),
    /** Parties that were missing. */
    parties: z.array(partyShape(now)).max(60, "tooLong").default([]),
  });
type Input = z.output<ReturnType<typeof resubmitShape>>;

/** Writes what the correction brings; the table then judges the file as it stands now. */
async function complete(command: Command<Input>, row: CaseRow): Promise<CaseRow> {
  const { tx, courtId, input } = command;
  const p = schema.parties;
  const before = await tx
    .select({ side: p.side, name: p.name })
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.caseId, row.id)))
    .orderBy(asc(p.ordinal));
  if (input.parties.length) {
    const resources = await claimResources(command, input.parties);
    await insertParties(command, row.id, input.parties, resources, before.length);
  }
  const c = schema.cases;
  const [changed] = await tx
    .update(c)
    .set({
      facts: input.facts ?? row.facts,
      claims: input.claims ?? row.claims,
      causeCode: input.causeCode ?? row.causeCode,
      amountFen: input.amountFen ?? row.amountFen,
      ...namesOf([...before, ...input.parties]),
    })
    .where(and(eq(c.courtId, courtId), eq(c.id, row.id)))
    .returning();
  return changed as CaseRow;
}

/** Hands a draft or a corrected file in (again): event submitCase. */
export const resubmitCase = verb({
  name: "resubmit-case",
  ability: "submit-case",
  input: resubmitShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const row = await complete(command, command.theCase());
    const acted = await act(command, "resubmit-case", {
      event: "submitCase",
      as: row,
      change: { submittedAt: row.submittedAt ?? command.now },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { partiesAdded: command.input.parties.length });
    return ok(standing(acted));
  },
});
