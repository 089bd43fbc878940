import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { LAWYER_ROLES } from "~/domain/roster/mediator-categories";
import {
  type Field,
  fieldOf,
  type Judged,
  judgeLawyer,
  judgeMediator,
  RULE_VERSION,
  snapshotOfRanking,
} from "./assignment-judgement.server";
import { act, caseShape, flag, idText, recordAct, standing } from "./case-act.server";
import { type Command, verb } from "./command.server";

const assignShape = z
  .object({
    ...caseShape,
    /** The person, or the organisation that will name one. */
    mediatorId: idText.optional(),
    orgId: idText.optional(),
    lawyerId: idText.optional(),
    lawyerPart: z.enum(LAWYER_ROLES).default("adviser"),
    /** Why this one; without it the ranking's own reasons stand. */
    reason: z.string().trim().max(500, "tooLong").optional(),
    /** Assign although his hands are full. */
    passOverLoad: flag.default(false),
  })
  .refine((input) => input.mediatorId !== undefined || input.orgId !== undefined, {
    path: ["mediatorId"],
    message: "required",
  });
type Input = z.output<typeof assignShape>;

async function activeOrg(command: Command<Input>, orgId: string): Promise<boolean> {
  const o = schema.organisations;
  const [org] = await command.tx
    .select({ active: o.active })
    .from(o)
    .where(and(eq(o.courtId, command.courtId), eq(o.id, orgId)));
  return org?.active === true;
}

type Chosen = { mediator: Judged | null; orgId: string | null; teamId: string | null };

async function choose(command: Command<Input>, field: Field): Promise<Result<Chosen>> {
  const { input } = command;
  if (input.orgId && !(await activeOrg(command, input.orgId)))
    return refuse("notFoundInRoster", { fields: { orgId: ["notChosen"] } });
  if (!input.mediatorId) return ok({ mediator: null, orgId: input.orgId ?? null, teamId: null });
  if (input.passOverLoad && !input.reason)
    return refuse("reasonMissing", { fields: { reason: ["required"] } });
  const judged = judgeMediator(field, input.mediatorId, input.passOverLoad);
  if (!judged.ok) return judged;
  const { member } = judged;
  if (input.orgId && member.orgId !== input.orgId)
    return refuse("notFoundInRoster", { fields: { mediatorId: ["notChosen"] } });
  return ok({ mediator: judged, orgId: member.orgId, teamId: member.teamId });
}

/** Assigns a mediator, or an organisation that will name one, with a lawyer where the case needs one (INV 12, ONL 10). */
export const assignMediator = verb({
  name: "assign-mediator",
  ability: "assign-mediator",
  input: assignShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const field = await fieldOf(command, row, input.orgId);
    const chosen = await choose(command, field);
    if (!chosen.ok) return chosen;
    if (input.lawyerId) {
      const lawyer = await judgeLawyer(command, row, field, input.lawyerId);
      if (!lawyer.ok) return lawyer;
    }
    const mediatorId = input.mediatorId ?? null;
    const lawyerId = input.lawyerId ?? null;
    const acted = await act(command, "assign-mediator", {
      event: "assignMediator",
      input: { candidateEligible: true },
      change: { mediatorId, lawyerId, orgId: chosen.orgId, teamId: chosen.teamId ?? row.teamId },
    });
    if (!acted.ok) return acted;
    const id = uuidv7();
    const codes = chosen.mediator?.ranked.reasons.map((one) => one.code) ?? [];
    await tx.insert(schema.assignments).values({
      courtId,
      id,
      caseId: row.id,
      orgId: chosen.orgId,
      mediatorId,
      lawyerId,
      lawyerPart: lawyerId ? input.lawyerPart : null,
      status: mediatorId ? "offered" : "orgOffered",
      mode: "designated",
      reason: input.reason ?? codes.join(","),
      candidates: snapshotOfRanking(field.ranked),
      ruleVersion: RULE_VERSION,
      offeredAt: acted.at,
    });
    const needsConsentToGoOn = chosen.mediator?.needsConsent ?? false;
    await recordAct(command, acted, {
      assignmentId: id,
      mediatorId,
      orgId: chosen.orgId,
      lawyerId,
      needsConsentToGoOn,
    });
    return ok({ ...standing(acted), assignmentId: id, needsConsentToGoOn });
  },
});
