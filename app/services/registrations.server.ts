import { getTableColumns } from "drizzle-orm";
import type { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { insertAll, type Rows, rowsFor } from "#db/insert-rows";
import { remembering } from "~/adapters/secrets.server";
import { type Decision, decideDraft } from "~/domain/cases/decide";
import { INTAKES } from "~/domain/cases/regime";
import { fenSchema } from "~/domain/intake/amount";
import { CAUSE_SCHEME, causeOf } from "~/domain/intake/causes";
import { judgeSuitability } from "~/domain/intake/suitability";
import { ok, type Result, refuse } from "~/domain/result";
import { heldCalendar } from "./calendar.server";
import { flag, idText } from "./case-act.server";
import { busyCount, claimResources, namesOf, partyRows } from "./case-parties.server";
import { newClocks } from "./clocks.server";
import type { CaseRow, Command } from "./command.server";
import { decideNew } from "./deciding.server";
import { courtDay } from "./deps.server";
import { twinsAmong, twinsOf } from "./duplicates.server";
import { happenedShape } from "./happened.server";
import { nextRegistrationNumbers } from "./numbers.server";
import { partyShape } from "./party-shape.server";
import { GENESIS } from "./record.server";
import { missingAtIntake } from "./review-facts.server";
import { settingsOn } from "./settings.server";
import { effectsOf, turned } from "./transition.server";

/** A case as it is handed in at the counter, by a party, by another system or as a row of a sheet. */
export const registerShape = (now: Parameters<typeof partyShape>[0]) =>
  z.object({
    intake: z.enum(INTAKES).default("LAWSUIT"),
    causeCode: z.string().refine((code) => causeOf(code) !== undefined, "notChosen"),
    amountFen: fenSchema.nullish(),
    facts: z.string().trim().max(5000, "textTooLong").default(""),
    claims: z.string().trim().max(5000, "textTooLong").default(""),
    procedureHint: z.enum(["summary", "ordinary"]).default("ordinary"),
    parties: z.array(partyShape(now)).max(60, "tooLong").default([]),
    teamId: idText.nullish(),
    /** Last day of a pre-suit preservation, YYYY-MM-DD. */
    preservationUntil: z.iso.date("dateInvalid").nullish(),
    /** The claim asks to confirm a personal status. */
    asksForStatus: flag.default(false),
    /** Why a second case between the same sides about the same cause. */
    separateReason: z.string().trim().max(300, "tooLong").optional(),
    /** False keeps a draft that may still lack something. */
    submit: flag.default(true),
    ...happenedShape,
  });
export type RegisterInput = z.output<ReturnType<typeof registerShape>>;

/** One case to take in; `at` is when it was handed in, `runAt` when its notices are due if not at once. */
export type Incoming = {
  readonly id: string;
  readonly input: RegisterInput;
  readonly at: DateTime;
  readonly runAt?: DateTime;
};
type Judged = Incoming & {
  readonly given: ReturnType<typeof rowOf>;
  readonly row: CaseRow;
  readonly decision: Decision;
};
export type Taken = {
  readonly caseId: string;
  readonly registrationNo: string;
  readonly stage: CaseRow["stage"];
  readonly suitability: ReturnType<typeof suitabilityOf>;
};

const BLANK = Object.fromEntries(
  Object.entries(getTableColumns(schema.cases)).map(([name, column]) => [name, column.default ?? null]),
);

function rowOf(command: Command<unknown>, { id, input }: Incoming, regime: CaseRow["regime"]) {
  return {
    courtId: command.courtId,
    id,
    registrationNo: "",
    regime,
    intake: input.intake,
    stage: "draft" as CaseRow["stage"],
    causeScheme: CAUSE_SCHEME,
    causeCode: input.causeCode,
    amountFen: input.amountFen ?? null,
    facts: input.facts,
    claims: input.claims,
    procedureHint: input.procedureHint,
    ...namesOf(input.parties),
    teamId: input.teamId ?? null,
    preservationUntil: input.preservationUntil ?? null,
    submittedAt: null as DateTime | null,
    createdAt: command.now,
    version: 0,
    recordSeq: 0,
    recordHead: GENESIS,
  };
}

function suitabilityOf(row: CaseRow, asksForStatus: boolean) {
  const cause = causeOf(row.causeCode);
  if (!cause) throw new Error("the schema let an unknown cause through");
  const { regime, intake } = row;
  const judged = judgeSuitability({
    cause,
    regime,
    intake,
    registered: row.caseNo !== null,
    partyRefuses: false,
    courtHasJurisdiction: true,
    asksForStatus,
    online: false,
    canUseOnline: true,
    medicalCommitteeAlone: false,
  });
  return { against: judged.against.map((one) => one.code), notes: judged.notes.map((one) => one.code) };
}

/** Which of these may come in, and where that leads each. Nothing is written or locked. */
async function judgeAll(
  command: Command<unknown>,
  incoming: readonly Incoming[],
): Promise<Result<{ judged: Judged }>[]> {
  const { tx, courtId, deps, actor } = command;
  const draft = decideDraft(actor);
  if (!draft.ok) return incoming.map(() => draft);
  const regimes = new Map<string, CaseRow["regime"]>();
  for (const day of new Set(incoming.map(({ at }) => courtDay(at))))
    regimes.set(day, (await settingsOn(tx, courtId, day)).regime);
  const known = await twinsOf(
    command,
    incoming.map((one) => one.input),
  );
  const among = twinsAmong(deps.secrets);
  return incoming.map((one, n) => {
    const { input, at } = one;
    const twin = input.separateReason ? null : known[n];
    if (twin) return refuse("duplicateCase", { params: { registrationNo: twin } });
    if (!input.separateReason && among.has(input)) return refuse("duplicateCase");
    const regime = regimes.get(courtDay(at)) as CaseRow["regime"];
    const given = rowOf(command, one, regime);
    const row = { ...BLANK, ...given } as CaseRow;
    const decision = input.submit
      ? decideNew(command, row, "submitCase", { intakeMissing: missingAtIntake(row, input.parties) })
      : draft;
    if (!decision.ok) return decision;
    among.keep(input);
    return ok({ judged: { ...one, given, row, decision } });
  });
}

/**
 * Takes cases in, one or hundreds by the same rules: each with its own registration number 登记号, parties, agents,
 * contacts, clocks and record, all in one statement under one block of numbers. Answers for each whether it came in;
 * what is refused takes no number and leaves nothing.
 */
export async function registerAll(
  given: Command<unknown>,
  incoming: readonly Incoming[],
): Promise<Result<Taken>[]> {
  const command = { ...given, deps: { ...given.deps, secrets: remembering(given.deps.secrets) } };
  const answers = await judgeAll(command, incoming);
  const judged = answers.flatMap((one) => (one.ok ? [one.judged] : []));
  const written = judged.length ? await writeAll(command, judged) : { taken: [], rows: [] };
  const insert = insertAll(written.rows);
  if (insert) await command.tx.execute(insert);
  const left = [...written.taken];
  return answers.map((one): Result<Taken> => (one.ok ? ok(left.shift() as Taken) : one));
}

async function writeAll(
  command: Command<unknown>,
  judged: readonly Judged[],
): Promise<{ taken: Taken[]; rows: Rows[] }> {
  const { tx, courtId, today, settings } = command;
  const resources = await claimResources(
    command,
    judged.flatMap((one) => one.input.parties),
  );
  const people = judged.map(({ id, input }) =>
    partyRows(command, id, input.parties, resources.splice(0, busyCount(input.parties))),
  );
  // Held before the numbers, so that whoever registers meanwhile waits for the writing alone.
  const calendar = await heldCalendar(tx, courtId);
  const clocks = judged.map(({ row, decision, at }) =>
    newClocks(row, decision.starts, calendar, { startOn: courtDay(at), today, choices: settings.clocks }),
  );
  const numbers = await nextRegistrationNumbers(tx, courtId, today, judged.length);
  const made = judged.map((one, n) => {
    const [first] = [...(clocks[n] ?? [])].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const given = {
      ...one.given,
      registrationNo: numbers[n] ?? "",
      dueOn: first?.dueOn ?? null,
      dueRule: first?.rule ?? null,
      ...(one.input.submit ? { ...turned(one.row, one.decision), submittedAt: one.at } : {}),
    };
    return { ...one, given, row: { ...one.row, ...given } };
  });
  const taken = made.map(({ id, input, row }) => ({
    caseId: id,
    registrationNo: row.registrationNo,
    stage: row.stage,
    suitability: suitabilityOf(row, input.asksForStatus),
  }));
  const first = await command.recordFirst(
    made.map(({ id, input, row, decision, at, runAt }, n) => ({
      // Whoever brings it in: at the counter or in a sheet, what happened to the case is that it was registered.
      verb: "register-case",
      caseId: id,
      happenedAt: at,
      data: {
        registrationNo: row.registrationNo,
        regime: row.regime,
        intake: row.intake,
        cause: row.causeCode,
        against: taken[n]?.suitability.against ?? [],
        stage: row.stage,
      },
      effects: input.submit
        ? effectsOf({ decision, row }).map((one) => (runAt ? { ...one, runAt } : one))
        : [],
    })),
  );
  const cases = made.map(({ given }, n) => ({ ...given, ...first.heads[n] }));
  return {
    taken,
    rows: [
      rowsFor(schema.cases, cases),
      rowsFor(
        schema.parties,
        people.flatMap((one) => one.parties),
      ),
      rowsFor(
        schema.agents,
        people.flatMap((one) => one.agents),
      ),
      rowsFor(
        schema.contactPoints,
        people.flatMap((one) => one.contacts),
      ),
      rowsFor(schema.clocks, clocks.flat()),
      ...first.rows,
    ],
  };
}
