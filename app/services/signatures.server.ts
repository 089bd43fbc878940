import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { partiesOfCase } from "./case-head.server";
import type { CaseRow, Command } from "./command.server";

export type SubjectKind = (typeof schema.signatures.$inferSelect)["subjectKind"];
export type Signer = {
  readonly kind: "party" | "agent" | "mediator" | "organisation";
  readonly id: string;
  readonly partyId: string | null;
};

/** Who signs, as a form says it; a party behind its link signs for itself, whatever the form says. */
export const signerShape = {
  partyId: z.string().uuid("idMalformed").optional(),
  agentId: z.string().uuid("idMalformed").optional(),
  /** On paper or at the counter; a signature by link says so itself. */
  how: z.enum(["counter", "paper"]).default("counter"),
} as const;

/** The party or agent meant by the act; staff must name one of this case. */
export async function signingParty(
  command: Command<{ partyId?: string | undefined; agentId?: string | undefined }>,
  row: CaseRow,
): Promise<Result<{ signer: Signer }>> {
  const { actor, input } = command;
  const partyId = actor.kind === "party" ? actor.partyId : input.partyId;
  const parties = await partiesOfCase(command.tx, row.courtId, row.id);
  const agent = parties.flatMap((party) => party.agents).find((one) => one.id === input.agentId);
  if (input.agentId && (!agent || (partyId && agent.partyId !== partyId)))
    return refuse("partyUnknown", { fields: { agentId: ["partyUnknown"] } });
  if (agent) return ok({ signer: { kind: "agent", id: agent.id, partyId: agent.partyId } });
  if (!parties.some((party) => party.id === partyId))
    return refuse("partyUnknown", { fields: { partyId: ["partyUnknown"] } });
  return ok({ signer: { kind: "party", id: partyId as string, partyId: partyId as string } });
}

export async function signaturesOn(tx: Tx, courtId: string, subjectKind: SubjectKind, subjectId: string) {
  const s = schema.signatures;
  return tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.subjectKind, subjectKind), eq(s.subjectId, subjectId)));
}

/** Enters one signature on a content; the same signer on the same subject is told that he has signed. */
export async function addSignature(
  command: Command<{ how: "counter" | "paper" }>,
  row: CaseRow,
  on: { subjectKind: SubjectKind; subjectId: string; contentHash: string; signer: Signer; at: DateTime },
): Promise<Result> {
  const { tx, courtId, actor, input, now } = command;
  const earlier = await signaturesOn(tx, courtId, on.subjectKind, on.subjectId);
  if (earlier.some((one) => one.signerId === on.signer.id)) return refuse("alreadyAnswered");
  await tx.insert(schema.signatures).values({
    courtId,
    id: uuidv7(),
    caseId: row.id,
    subjectKind: on.subjectKind,
    subjectId: on.subjectId,
    signerKind: on.signer.kind,
    partyId: on.signer.partyId,
    signerId: on.signer.id,
    how: actor.kind === "party" ? "link" : input.how,
    contentHash: on.contentHash,
    happenedAt: on.at,
    recordedAt: now,
  });
  return ok();
}

/** Has everybody named signed this content? A party counts through its agent too. */
export const allHaveSigned = (
  signatures: readonly { partyId: string | null; contentHash: string }[],
  partyIds: readonly string[],
  contentHash: string,
): boolean =>
  partyIds.length > 0 &&
  partyIds.every((id) => signatures.some((one) => one.partyId === id && one.contentHash === contentHash));
