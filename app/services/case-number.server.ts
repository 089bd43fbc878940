import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema } from "#db/client";
import type { NumberPurpose } from "~/domain/cases/number-families";
import type { Stage } from "~/domain/cases/stages";
import { ok, type Result } from "~/domain/result";
import { act, recordAct, standing } from "./case-act.server";
import type { Command } from "./command.server";
import { happened } from "./happened.server";

export type Borne = {
  readonly verbName: string;
  readonly text: string;
  readonly family: string;
  readonly source: "entered" | "imported" | "issued";
  readonly purpose: NumberPurpose;
  readonly refusedAtFiling: boolean;
};
type Late = {
  happenedAt?: string | undefined;
  lateReason?: string | undefined;
  evidenceFileId?: string | undefined;
};

/** These make a case known to the court by number without registering a suit: an application, a statement before filing. */
const NAMES_THE_CASE: readonly NumberPurpose[] = ["confirmation", "statement"];

async function keep(command: Command<Late>, number: Borne, givenAt: DateTime): Promise<void> {
  await command.tx.insert(schema.caseNumbers).values({
    courtId: command.courtId,
    caseId: command.theCase().id,
    family: number.family,
    number: number.text,
    source: number.source,
    givenAt,
  });
}

/**
 * Gives a checked number to the case. A first-instance number is the registration itself (event registerCase); the others
 * are kept beside it.
 */
export async function bearNumber(
  command: Command<Late>,
  number: Borne,
): Promise<Result<{ caseId: string; stage: Stage }>> {
  const { tx, courtId } = command;
  const row = command.theCase();
  const data = { number: number.text, family: number.family, source: number.source };
  if (number.purpose === "firstInstance" && row.caseNo === null) {
    const acted = await act(command, number.verbName, {
      event: "registerCase",
      input: { caseNumberValid: true, refusedAtFiling: number.refusedAtFiling },
      change: (at) => ({ caseNo: number.text, registeredAt: at }),
    });
    if (!acted.ok) return acted;
    await keep(command, number, acted.at);
    await recordAct(command, acted, data);
    return ok(standing(acted));
  }
  const when = await happened(command, row.id, number.verbName);
  if (!when.ok) return when;
  await keep(command, number, when.at);
  if (row.caseNo === null && NAMES_THE_CASE.includes(number.purpose)) {
    const c = schema.cases;
    await tx
      .update(c)
      .set({ caseNo: number.text, version: row.version + 1 })
      .where(and(eq(c.courtId, courtId), eq(c.id, row.id)));
  }
  await command.record({ caseId: row.id, happenedAt: when.at, data });
  return ok({ caseId: row.id, stage: row.stage });
}
