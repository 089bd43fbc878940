import { sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import type { z } from "zod";
import { pgFailure, schema, type Tx, together } from "#db/client";
import { CONSTRAINTS } from "#db/constraints";
import { arrayText } from "#db/types";
import { wholeRows } from "#db/whole-rows";
import { ABILITY_TABLE, type Ability, type Relation } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { type Refusal, type Result, refuse } from "~/domain/result";
import { courtDay, type Deps } from "./deps.server";
import { fieldErrors } from "./field-errors.server";
import { answerKey, claimKey, requestHash } from "./idempotency.server";
import {
  actorIdOf,
  type FirstEntry,
  firstRecords,
  holdHead,
  isHeadHeld,
  type RecordEntry,
  record,
} from "./record.server";
import { barredFrom, type CaseTies, relationsOf } from "./relations.server";
import { afterRivals } from "./rivals.server";
import { type Settings, settingsOn } from "./settings.server";

export type CaseRow = typeof schema.cases.$inferSelect;

/** An entry of the record under the verb's own name, unless it says another. */
type Unnamed<Entry extends RecordEntry> = Omit<Entry, "verb"> & { verb?: string };

/** What a verb's body is given: everything is already parsed, scoped, permitted and locked. */
export type Command<Input> = {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly courtId: string;
  /** Of the verb that runs. */
  readonly verbName: string;
  readonly now: DateTime;
  /** Today in court time, YYYY-MM-DD. */
  readonly today: string;
  readonly settings: Settings;
  readonly input: Input;
  /** The locked case; throws when the verb named none. */
  theCase(): CaseRow;
  readonly cases: readonly CaseRow[];
  /** Writes that are sent and that nothing but the end of the act waits for; what fails among them fails the act. */
  send(work: Promise<unknown>): void;
  /** Audit record and outbox rows; a verb that records nothing is a bug. */
  record(entry: Unnamed<RecordEntry>): Promise<void>;
  /** The first records of cases that this act makes, for the statement that writes those. */
  recordFirst(entries: readonly Unnamed<FirstEntry>[]): ReturnType<typeof firstRecords>;
};

export type Verb<S extends z.ZodType = z.ZodType, O extends object = object> = {
  /** verb-noun; the file's name and the API's address */
  readonly name: string;
  readonly ability: Ability;
  /** A function where the shape depends on the day (birth dates). */
  readonly input: S | ((now: DateTime) => S);
  /**
   * The answer holds a secret, so it is not kept: the same idempotency key acts again, and whoever lost the first answer
   * gets a secret that works.
   */
  readonly answersSecret?: true;
  /** The cases this act concerns: locked in sorted order before anything is judged. */
  cases(input: z.output<S>, tx: Tx, courtId: string): readonly string[] | Promise<readonly string[]>;
  run(command: Command<z.output<S>>): Promise<Result<O>>;
  /**
   * Where most who ask lose to something that can be seen from outside: one question without lock or write that refuses
   * them before the ritual begins. It must permit by `permits` first; null leaves it all to the ritual, which decides anew.
   */
  glance?(input: z.output<S>, at: Glance): Promise<Refusal | null>;
  /** With a glance: names of what this act would take, so that it waits for those who want the same. */
  rivals?(input: z.output<S>, actor: Actor): readonly string[];
  /**
   * For a refusal of which more can be said (which other times there are): what says it, in a transaction of its own after
   * everything was rolled back, so that no lock is held any more. It only reads.
   */
  afterRefusal?(input: z.output<S>, refusal: Refusal): ((at: After) => Promise<Refusal>) | null;
};
export type Glance = Pick<Command<unknown>, "deps" | "actor" | "courtId" | "now" | "today" | "verbName"> & {
  readonly idempotencyKey: string | undefined;
  /** Whether this actor may do it to these cases; why not is for the ritual to say. */
  permits(cases: readonly CaseTies[], barred: ReadonlySet<string>): boolean;
};
export type After = Pick<Command<unknown>, "tx" | "courtId" | "now" | "settings">;

export const verb = <S extends z.ZodType, O extends object>(definition: Verb<S, O>): Verb<S, O> => definition;

export const shapeOf = <S extends z.ZodType>(definition: Pick<Verb<S>, "input">, now: DateTime): S =>
  typeof definition.input === "function" ? definition.input(now) : definition.input;

/** The case is not there, or not for this actor: a thrown 404, told apart from nothing. */
export class NotFound extends Error {}
/** Related, but without the ability: 403. */
export class Forbidden extends Error {}
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refusal);
  }
}

/** Locks cases in sorted order, for an act that learns only from a row which they are. @throws NotFound (404) */
export async function lockCases(tx: Tx, courtId: string, ids: readonly string[]): Promise<CaseRow[]> {
  const wanted = [...new Set(ids)].sort();
  if (!wanted.length) return [];
  const rows = await wholeRows(
    tx,
    schema.cases,
    sql`where court_id = ${courtId} and id = any(${arrayText(wanted)}::uuid[]) order by id for update`,
  );
  if (rows.length !== wanted.length) throw new NotFound("case");
  for (const row of rows) holdHead(tx, row);
  return wanted.map((id) => rows.find((row) => row.id === id) as CaseRow);
}

export function firstOf(cases: readonly CaseRow[], name: string): CaseRow {
  const [first] = cases;
  if (!first) throw new Error(`${name} names no case`);
  return first;
}

function permit(
  actor: Actor,
  ability: Ability,
  cases: readonly CaseTies[],
  barred: ReadonlySet<string>,
): void {
  // A session or document of another court leads to no case here: what is about a case then is about nothing.
  if (!cases.length && ABILITY_TABLE[ability].about === "case") throw new NotFound(ability);
  const relations: (readonly Relation[])[] = cases.length
    ? cases.map((row) => relationsOf(actor, row, barred))
    : [["court"]];
  for (const relation of relations) {
    const answer = can(actor, ability, relation);
    if (answer.ok) continue;
    if (answer.status === "hidden") throw new NotFound(ability);
    throw new Forbidden(ability);
  }
}

function permits(...asked: Parameters<typeof permit>): boolean {
  try {
    permit(...asked);
    return true;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false;
    throw error;
  }
}

/**
 * The one ritual of every verb: parse, scope by court, lock the cases, permission, judge and write, record, answer.
 * Refusals are values and leave nothing written. The same idempotency key gives the first answer again,
 * unless that holds a secret.
 * @throws NotFound (404), Forbidden (403); anything else thrown is a bug or a lost connection (isOutcomeUnknown).
 */
export async function execute<S extends z.ZodType, O extends object>(
  deps: Deps,
  actor: Actor,
  definition: Verb<S, O>,
  raw: unknown,
  options: { idempotencyKey?: string } = {},
): Promise<Result<O>> {
  const now = deps.clock.now();
  const parsed = shapeOf(definition, now).safeParse(raw);
  if (!parsed.success) return refuse("invalidInput", { fields: fieldErrors(parsed.error) });
  const input = parsed.data;
  const { courtId } = actor;
  const ritual = () =>
    inRitual(deps, actor, definition, input, { now, raw, idempotencyKey: options.idempotencyKey });
  const { glance, rivals } = definition;
  if (!glance) return ritual();
  const at: Glance = {
    deps,
    actor,
    courtId,
    now,
    today: courtDay(now),
    verbName: definition.name,
    idempotencyKey: options.idempotencyKey,
    permits: (cases, barred) => permits(actor, definition.ability, cases, barred),
  };
  const keys = rivals?.(input, actor).map((key) => `${courtId} ${key}`) ?? [];
  return afterRivals<Result<O>>(keys, () => glance(input, at), ritual);
}

/** An act inside another's transaction has put its own name there already. */
export const withVerb = (entries: readonly Unnamed<FirstEntry>[], verbName: string): FirstEntry[] =>
  entries.map((entry) => ({ verb: verbName, ...entry }));

type Asked = { readonly now: DateTime; readonly raw: unknown; readonly idempotencyKey: string | undefined };

async function inRitual<S extends z.ZodType, O extends object>(
  deps: Deps,
  actor: Actor,
  definition: Verb<S, O>,
  input: z.output<S>,
  { now, raw, idempotencyKey }: Asked,
): Promise<Result<O>> {
  const { courtId } = actor;
  try {
    return await deps.db.withCourt(courtId, async (tx) => {
      const given = definition.answersSecret ? undefined : idempotencyKey;
      const key = given
        ? {
            courtId: courtId as string,
            actorId: actorIdOf(actor),
            verb: definition.name,
            key: given,
          }
        : null;
      const caseIds = await definition.cases(input, tx, courtId);
      // Sent together: the connection runs them in this order, so the bars are read after the lock, in one way there and back.
      const [earlier, cases, barred, settings] = await together([
        key ? claimKey(tx, { ...key, requestHash: requestHash(raw), createdAt: now }) : Promise.resolve(null),
        lockCases(tx, courtId, caseIds),
        barredFrom(tx, actor, caseIds),
        settingsOn(tx, courtId, courtDay(now)),
      ]);
      if (earlier) return earlier as Result<O>;
      permit(actor, definition.ability, cases, barred);
      let recorded = false;
      const sent: Promise<unknown>[] = [];
      const send = (work: Promise<unknown>) => {
        // A bare query is sent anew whenever it is awaited: this sends it once.
        const once = Promise.resolve(work);
        // Awaited at the end; until then a failure must not count as one that nobody heard of.
        once.catch(() => {});
        sent.push(once);
      };
      const running = definition.run({
        deps,
        tx,
        actor,
        courtId,
        verbName: definition.name,
        now,
        today: courtDay(now),
        settings,
        input,
        cases,
        theCase: () => firstOf(cases, definition.name),
        send,
        record: async (entry) => {
          recorded = true;
          const written = record(tx, actor, now, { verb: definition.name, ...entry });
          send(written);
          if (!isHeadHeld(tx, entry.caseId ?? null, actor)) await written;
        },
        recordFirst: (entries) => {
          recorded = true;
          return firstRecords(tx, actor, now, withVerb(entries, definition.name));
        },
      });
      const answer = await running.catch(async (error: unknown) => {
        // What was sent before failed first, and is the reason.
        await together(sent);
        throw error;
      });
      if (!answer.ok) throw new RolledBack(answer);
      if (!recorded) throw new Error(`${definition.name} wrote without a record`);
      if (key) send(answerKey(tx, key, answer));
      await together(sent);
      return answer;
    });
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    const say = definition.afterRefusal?.(input, refusal);
    return say
      ? deps.db.withCourt(courtId, async (tx) =>
          say({ tx, courtId, now, settings: await settingsOn(tx, courtId, courtDay(now)) }),
        )
      : refusal;
  }
}

/** What was thrown to roll back, or what a broken constraint means; null for a bug or a lost connection. */
function refusalIn(error: unknown): Refusal | null {
  if (error instanceof RolledBack) return error.refusal;
  const constraint = pgFailure(error)?.constraint;
  const known = constraint ? CONSTRAINTS[constraint] : undefined;
  return known ? refuse(known) : null;
}
