import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { query } from "../query.server";
import type { Walker } from "./seed-walk.server";

/** The parties of a case by side, for walking the demo; the pages have queries of their own. */
const partyIdsQuery = query({
  name: "party-ids",
  ability: "view-case",
  input: z.object({ caseId: z.string().uuid() }),
  run: async ({ tx, courtId, input }) => ({ parties: await idsOf(tx, courtId, input.caseId) }),
});

const idsOf = (tx: Tx, courtId: string, caseId: string) => {
  const p = schema.parties;
  return tx
    .select({ id: p.id, side: p.side })
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.caseId, caseId)))
    .orderBy(asc(p.ordinal));
};

export async function casePartyIds(
  walker: Walker,
  caseId: string,
): Promise<{ claimant: string; respondent: string }> {
  const { parties } = await walker.ask<{ parties: { id: string; side: string }[] }>(
    walker.as("coordinator"),
    partyIdsQuery,
    { caseId },
  );
  const of = (side: string) => parties.find((one) => one.side === side)?.id ?? "";
  return { claimant: of("claimant"), respondent: of("respondent") };
}
