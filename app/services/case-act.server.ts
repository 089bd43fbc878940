import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import type { EventInput } from "~/domain/cases/event-input";
import type { EventName } from "~/domain/cases/events";
import { abilityOf } from "~/domain/policy/abilities";
import { ok, type Result } from "~/domain/result";
import type { ClockChoice } from "./clocks.server";
import type { CaseRow, Command, Verb } from "./command.server";
import { happened, happenedShape } from "./happened.server";
import { place } from "./personal.server";
import { actorIdOf, type RecordData, type RecordEntry } from "./record.server";
import { type Advanced, advance, effectsOf } from "./transition.server";

export const idText = z.string().uuid("idMalformed");
export const words = z.string().trim().min(1, "required").max(1000, "tooLong");
/** A form's checkbox and JSON's boolean alike. */
export const flag = z.preprocess(
  (value) => value === true || value === "true" || value === "on",
  z.boolean(),
);

/** A decision either way: leaving it out is no "no". */
export const yesOrNo = z.preprocess(
  (value) => (value === "true" ? true : value === "false" ? false : value),
  z.boolean("required"),
);

/** One case, and when the act happened: the shape of most verbs. */
export const caseShape = { caseId: idText, ...happenedShape } as const;

type ActInput = {
  happenedAt?: string | undefined;
  lateReason?: string | undefined;
  evidenceFileId?: string | undefined;
};

type Change = NonNullable<Parameters<typeof advance>[2]["change"]>;

export type Act = {
  readonly event: EventName;
  readonly input?: EventInput;
  /** Columns that change beside the stage; a function where they hold the instant of the act. */
  readonly change?: Change | ((at: DateTime) => Change);
  readonly choice?: ClockChoice;
  /** Where the clocks count from something else than the act: the materials' day for a mediation. */
  readonly countsFrom?: DateTime;
  /** The file as the act proposes it (an allotted judge), judged before it is written. */
  readonly as?: CaseRow;
};

export type Acted = {
  readonly step: Advanced;
  readonly row: CaseRow;
  readonly at: DateTime;
  readonly late: boolean;
};

/** The first half of an act that is one event of the table: when it happened, and whether the table lets it. */
export async function act<Input extends ActInput>(
  command: Command<Input>,
  verbName: string,
  what: Act,
): Promise<Result<Acted>> {
  const row = what.as ?? command.theCase();
  const when = await happened(command, row.id, verbName);
  if (!when.ok) return when;
  const step = await advance(command, row, {
    event: what.event,
    input: { ...what.input, late: when.late, ...(when.lateReason ? { lateReason: when.lateReason } : {}) },
    happenedAt: what.countsFrom ?? when.at,
    ...(what.change
      ? { change: typeof what.change === "function" ? what.change(when.at) : what.change }
      : {}),
    ...(what.choice ? { choice: what.choice } : {}),
  });
  return step.ok ? ok({ step, row: step.row, at: when.at, late: when.late }) : step;
}

type More = NonNullable<RecordEntry["effects"]>;

/** The last half: the record with the table's effects. Cancellations are told per session, so they come in `more`. */
export async function recordAct(
  command: Command<ActInput>,
  acted: Acted,
  data: RecordData = {},
  more: More = [],
  payload: Record<string, unknown> = {},
  /** What was said with it: kept sealed beside the record, which holds codes only. */
  said = "",
): Promise<void> {
  await keepWords(command, acted.row.id, said);
  await command.record({
    caseId: acted.row.id,
    happenedAt: acted.at,
    data: {
      ...data,
      stage: acted.row.stage,
      ...(acted.late ? { late: true } : {}),
    },
    effects: [...effectsOf(acted.step, payload, (effect) => effect !== "sendCancellations"), ...more],
  });
}

/** Keeps the words of an act, sealed; read again only by those who work on the case. Answers their id, null for none. */
export async function keepWords(
  command: Pick<Command<unknown>, "tx" | "courtId" | "deps" | "actor" | "now" | "verbName">,
  caseId: string,
  said: string,
): Promise<string | null> {
  if (!said) return null;
  const id = uuidv7();
  await command.tx.insert(schema.actWords).values({
    courtId: command.courtId,
    id,
    caseId,
    verb: command.verbName,
    sealed: command.deps.secrets.seal(said, place("act_words", "sealed", id)),
    byId: actorIdOf(command.actor),
    writtenAt: command.now,
  });
  return id;
}

/** The words that were kept with an act of this case; who may read them is the caller's to judge. */
export async function wordsKept(
  reader: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  caseId: string,
  wordsId: string | null,
): Promise<string | null> {
  if (!wordsId) return null;
  const w = schema.actWords;
  const [kept] = await reader.tx
    .select({ sealed: w.sealed })
    .from(w)
    .where(and(eq(w.courtId, reader.courtId), eq(w.caseId, caseId), eq(w.id, wordsId)));
  return kept ? reader.deps.secrets.openText(kept.sealed, place("act_words", "sealed", wordsId)) : null;
}

/** What a simple act answers: where the case stands now. */
export const standing = (acted: Acted) => ({ caseId: acted.row.id, stage: acted.row.stage });

const plainInput = z.object(caseShape);

/** The whole of a verb that is one event of the table and nothing else; the event gives it its name. */
export function plainAct(
  event: EventName,
  change: Change = {},
): Verb<typeof plainInput, ReturnType<typeof standing>> {
  const name = abilityOf(event);
  return {
    name,
    ability: name,
    input: plainInput,
    cases: (input) => [input.caseId],
    run: async (command) => {
      const acted = await act(command, name, { event, change });
      if (!acted.ok) return acted;
      await recordAct(command, acted);
      return ok(standing(acted));
    },
  };
}
