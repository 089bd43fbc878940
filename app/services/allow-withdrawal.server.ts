import type { EventName } from "~/domain/cases/events";
import { ok, type Result } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { type Acted, act, recordAct } from "./case-act.server";
import type { Command } from "./command.server";
import { keepAndIssue } from "./decisions.server";

type Given = {
  happenedAt?: string | undefined;
  lateReason?: string | undefined;
  evidenceFileId?: string | undefined;
};

/** The ruling that lets an application go back, asked for or lapsed (INT 357); the 30 days go on from the day of effect. */
export async function allowWithdrawal(
  command: Command<Given>,
  verbName: string,
  event: EventName,
  code: "asked" | "lapsed",
): Promise<Result<{ acted: Acted; documentId: string | null }>> {
  const agreement = await currentAgreement(command.tx, command.theCase());
  const acted = await act(command, verbName, {
    event,
    ...(agreement?.effectiveAt ? { countsFrom: agreement.effectiveAt } : {}),
  });
  if (!acted.ok) return acted;
  const { documentId } = await keepAndIssue(command, acted.row, {
    kind: "allowWithdrawal",
    code,
    at: acted.at,
  });
  await recordAct(command, acted, { code, documentId });
  return ok({ acted, documentId });
}
