import { and, desc, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { fieldOf, judgeMediator, RULE_VERSION, snapshotOfRanking } from "./assignment-judgement.server";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { type Command, verb } from "./command.server";

/**
 * Whom each other party has named last. The record itself is where a choice is kept: it holds ids only, cannot be
 * changed, and a choice made before an assignment that has ended counts no more.
 */
async function choicesOf(command: Command<unknown>, caseId: string): Promise<Map<string, string>> {
  const { tx, courtId } = command;
  const a = schema.assignments;
  const [ended] = await tx
    .select({ at: a.endedAt })
    .from(a)
    .where(and(eq(a.courtId, courtId), eq(a.caseId, caseId), eq(a.status, "ended")))
    .orderBy(desc(a.endedAt))
    .limit(1);
  const r = schema.records;
  const rows = await tx
    .select({ data: r.data, at: r.at })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.chain, `case:${caseId}`), eq(r.verb, "choose-mediator")))
    .orderBy(r.seq);
  return new Map(
    rows
      .filter((row) => !ended?.at || row.at > ended.at)
      .map((row) => [String(row.data.partyId), String(row.data.mediatorId)]),
  );
}

/** A party names a mediator from the roster; once every party has named the same one, he is asked (INV 12, ONL 10). */
export const chooseMediator = verb({
  name: "choose-mediator",
  ability: "choose-mediator",
  input: z.object({ ...caseShape, mediatorId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor } = command;
    if (actor.kind !== "party") return refuse("forbidden");
    const row = command.theCase();
    const field = await fieldOf(command, row);
    const judged = judgeMediator(field, input.mediatorId, false);
    if (!judged.ok) return judged;
    const p = schema.parties;
    const parties = await tx
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.caseId, row.id)));
    const choices = (await choicesOf(command, row.id)).set(actor.partyId, input.mediatorId);
    const choiceComplete = parties.every((party) => choices.get(party.id) === input.mediatorId);
    const { member } = judged;
    const acted = await act(command, "choose-mediator", {
      event: "chooseMediator",
      input: { candidateEligible: true, choiceComplete, partyId: actor.partyId },
      ...(choiceComplete
        ? {
            change: {
              mediatorId: input.mediatorId,
              orgId: member.orgId,
              teamId: member.teamId ?? row.teamId,
            },
          }
        : {}),
    });
    if (!acted.ok) return acted;
    if (choiceComplete)
      await tx.insert(schema.assignments).values({
        courtId,
        id: uuidv7(),
        caseId: row.id,
        orgId: member.orgId,
        mediatorId: input.mediatorId,
        status: "offered",
        mode: "joint",
        reason: "",
        candidates: snapshotOfRanking(field.ranked),
        ruleVersion: RULE_VERSION,
        offeredAt: acted.at,
      });
    await recordAct(command, acted, {
      partyId: actor.partyId,
      mediatorId: input.mediatorId,
      complete: choiceComplete,
    });
    return ok({ ...standing(acted), choiceComplete });
  },
});
