import type { DateTime } from "luxon";
import { schema } from "#db/client";
import { changeRow } from "#db/whole-rows";
import type { Decision } from "~/domain/cases/decide";
import type { EffectName } from "~/domain/cases/effects";
import type { EventInput } from "~/domain/cases/event-input";
import type { EventName } from "~/domain/cases/events";
import { ok, type Result } from "~/domain/result";
import { type ClockChoice, pressing, turnClocks } from "./clocks.server";
import type { CaseRow, Command } from "./command.server";
import { decideOn } from "./deciding.server";
import { courtDay } from "./deps.server";

type CaseChange = Partial<typeof schema.cases.$inferInsert>;

export type Advance = {
  readonly event: EventName;
  readonly input?: EventInput;
  /** When it happened; the clocks count from that day. Default: now. */
  readonly happenedAt?: DateTime;
  /** Columns that this act changes beside the stage. */
  readonly change?: CaseChange;
  readonly choice?: ClockChoice;
};

export type Advanced = { readonly decision: Decision; readonly row: CaseRow };

/**
 * Asks the case table whether the event may happen to the locked case, and carries out what it says: stage, version,
 * clocks. The effects it names are for the caller's record (effectsOf). Refuses with the table's own reason.
 */
export async function advance(
  command: Command<unknown>,
  row: CaseRow,
  act: Advance,
): Promise<Result<Advanced>> {
  const decision = await decideOn(command, row, act.event, act.input);
  return decision.ok ? ok(await carryOut(command, row, act, decision)) : decision;
}

/** Where a decision leads a locked case, known before it is written. */
export const turned = (row: CaseRow, decision: Decision) => ({
  stage: decision.to,
  version: row.version + 1,
});

/** Carries out what the case table said of an act to the locked case. */
export async function carryOut(
  command: Command<unknown>,
  row: CaseRow,
  act: Omit<Advance, "event" | "input">,
  decision: Decision,
): Promise<Advanced> {
  const { tx, now, today } = command;
  const endedAt = act.happenedAt ?? now;
  // The clocks are those of the case as the act leaves it: its route may be chosen by this very act.
  await turnClocks(
    tx,
    { ...row, ...act.change },
    decision,
    { startOn: courtDay(endedAt), today, endedAt: now, choices: command.settings.clocks },
    act.choice,
  );
  const isTurned = decision.starts.length > 0 || decision.stops.length > 0;
  const due = isTurned ? await pressing(tx, row.courtId, row.id) : {};
  const closing = decision.to === "closed" && row.stage !== "closed" ? { closedAt: now } : {};
  const change = { ...act.change, ...closing, ...due, ...turned(row, decision) };
  await tx.execute(changeRow(schema.cases, row, change));
  return { decision, row: { ...row, ...change } };
}

/** The table's effects as outbox rows; the key makes each deed happen once. */
export function effectsOf(
  advanced: Advanced,
  payload: Record<string, unknown> = {},
  only: (effect: EffectName) => boolean = () => true,
): { effect: EffectName; key: string; payload: Record<string, unknown> }[] {
  const { decision, row } = advanced;
  return [...new Set(decision.effects)].filter(only).map((effect) => ({
    effect,
    key: `${effect}:${row.id}:${row.version}`,
    payload: { caseId: row.id, event: decision.event, stage: decision.to, ...payload },
  }));
}
