import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { fieldOf } from "./assignment-judgement.server";
import { query } from "./query.server";

/**
 * Who could mediate this case, best first, each with his reasons. A party sees whom it may choose, without what the
 * court knows about loads and relations.
 */
export const candidatesQuery = query({
  name: "candidates",
  ability: "view-candidates",
  input: z.object({
    caseId: z.string().uuid("idMalformed"),
    orgId: z.string().uuid().optional().catch(undefined),
  }),
  run: async (question) => {
    const { tx, courtId, actor, input } = question;
    const row = question.theCase();
    const ownOrg =
      actor.kind === "user" && actor.role === "orgManager" ? (row.orgId ?? undefined) : undefined;
    const field = await fieldOf(question, row, input.orgId ?? ownOrg);
    const o = schema.organisations;
    const orgs = await tx
      .select({ id: o.id, name: o.name, nameEn: o.nameEn, charges: o.charges, causeCodes: o.causeCodes })
      .from(o)
      .where(and(eq(o.courtId, courtId), eq(o.active, true)))
      .orderBy(asc(o.name));
    const isParty = actor.kind === "party";
    return {
      caseId: row.id,
      legalAct: field.dispute.legalAct,
      candidates: field.ranked
        .filter((one) => !isParty || one.eligible)
        .map((one) => {
          const member = field.members.find((known) => known.personId === one.mediatorId);
          const candidate = field.candidates.find((known) => known.mediatorId === one.mediatorId);
          return {
            mediatorId: one.mediatorId as string,
            name: member?.name ?? "",
            nameEn: member?.nameEn ?? "",
            category: member?.category ?? "",
            org: orgs.find((org) => org.id === member?.orgId) ?? null,
            eligible: one.eligible,
            score: isParty ? null : one.score,
            openCases: isParty ? null : (candidate?.openCases ?? 0),
            capacity: isParty ? null : (member?.maxOpen ?? 0),
            reasons: isParty ? [] : one.reasons,
          };
        }),
      organisations: orgs.map((org) => ({
        ...org,
        /** Listed for this cause; an empty list stands for every cause. */
        fits: org.causeCodes.length === 0 || org.causeCodes.includes(row.causeCode),
      })),
    };
  },
});
