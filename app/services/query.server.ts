import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import type { Ability, Relation } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, type Result, refuse } from "~/domain/result";
import { BOOKABLE_ID, BOOKABLES } from "./bookable.server";
import { type CaseRow, Forbidden, NotFound } from "./command.server";
import { courtDay, type Deps } from "./deps.server";
import { fieldErrors } from "./field-errors.server";
import { type RecordEntry, record } from "./record.server";
import { relationsTo } from "./relations.server";
import { type Settings, settingsOn } from "./settings.server";

/** What a query's body is given: parsed, scoped and permitted; nothing is locked. */
export type Question<Input> = {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly courtId: string;
  readonly now: DateTime;
  /** Today in court time, YYYY-MM-DD. */
  readonly today: string;
  readonly settings: Settings;
  readonly input: Input;
  /** The case asked about; throws when the query names none. */
  theCase(): CaseRow;
  /** What ties the actor to that case; for the court's own lists `court` alone. */
  readonly relations: readonly Relation[];
  /** Leaves a trace on the actor's own chain: who has seen personal data in full. */
  trace(entry: Pick<RecordEntry, "data"> & { verb: string }): Promise<void>;
};

export type Query<S extends z.ZodType = z.ZodType, O extends object = object> = {
  readonly name: string;
  readonly ability: Ability;
  /** A `caseId` in it makes this a question about that case. */
  readonly input: S;
  run(question: Question<z.output<S>>): Promise<O>;
};

export const query = <S extends z.ZodType, O extends object>(definition: Query<S, O>): Query<S, O> =>
  definition;

/** A file as it is sent: `type` is its media type, `name` what it is kept under, with its ending. */
export type FileShown = { readonly bytes: Uint8Array; readonly name: string; readonly type: string };
/** A question whose answer is a file; every door sends its bytes as they are, never inside JSON. */
export type FileQuery<S extends z.ZodType = z.ZodType, O extends FileShown = FileShown> = Query<S, O> & {
  readonly answers: "file";
};

export const fileQuery = <S extends z.ZodType, O extends FileShown>(
  definition: Query<S, O>,
): FileQuery<S, O> => ({ ...definition, answers: "file" });

export const isFileQuery = (definition: Query): definition is FileQuery => "answers" in definition;

/** A value that may stand in an address never, once or several times: always a list. */
export const many = <T extends z.ZodType>(of: T, most = 100) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(of).max(most),
  );

type OfCourt = SQLWrapper & { readonly courtId: SQLWrapper };
const { sessions, rooms, organisations, teams, rosterMembers, parties, documents, importRuns } = schema;
const { notices, invitations, tasks, materials, series, documentBatches, documentTemplates } = schema;
/** What a question may name besides its case: the table where it stands, and its id there. */
export const NAMED: Readonly<Record<string, readonly [table: OfCourt, id: SQLWrapper]>> = {
  sessionId: [sessions, sessions.id],
  roomId: [rooms, rooms.id],
  orgId: [organisations, organisations.id],
  teamId: [teams, teams.id],
  mediatorId: [rosterMembers, rosterMembers.personId],
  partyId: [parties, parties.id],
  documentId: [documents, documents.id],
  materialId: [materials, materials.id],
  seriesId: [series, series.id],
  runId: [importRuns, importRuns.id],
  noticeId: [notices, notices.id],
  invitationId: [invitations, invitations.id],
  taskId: [tasks, tasks.id],
  batchId: [documentBatches, documentBatches.id],
  templateId: [documentTemplates, documentTemplates.id],
  resourceId: [BOOKABLES, BOOKABLE_ID],
};

/**
 * Whatever else a question names has to be the asker's court's own, before anybody asks what he may do there: another
 * court's room answers like one that was never built. Whether it belongs to the case is for the question to judge.
 */
async function lookUpNamed(tx: Tx, courtId: string, input: unknown): Promise<void> {
  if (typeof input !== "object" || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    const at = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (!at || typeof value !== "string") continue;
    const [table, id] = at;
    const rows = await tx.execute(
      sql`select 1 from ${table} where ${table.courtId} = ${courtId} and ${id} = ${value}::uuid limit 1`,
    );
    if (!rows.length) throw new NotFound(name);
  }
}

async function caseAsked(tx: Tx, courtId: string, input: unknown): Promise<CaseRow | null> {
  const caseId = typeof input === "object" && input !== null && "caseId" in input ? input.caseId : undefined;
  if (typeof caseId !== "string") return null;
  const c = schema.cases;
  const [row] = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, courtId), eq(c.id, caseId)));
  if (!row) throw new NotFound("case");
  return row;
}

/**
 * The read-side twin of `execute`: parse, scope by court, relation and permission, then the answer as plain JSON or a
 * file. A malformed id of a case or of another thing is one that nobody has; other malformed input is refused by field.
 * @throws NotFound (404), Forbidden (403)
 */
export async function ask<S extends z.ZodType, O extends object>(
  deps: Deps,
  actor: Actor,
  definition: Query<S, O>,
  raw: unknown,
): Promise<Result<O>> {
  const parsed = definition.input.safeParse(raw ?? {});
  if (!parsed.success) {
    const fields = fieldErrors(parsed.error);
    if (Object.keys(fields).some((name) => name === "caseId" || Object.hasOwn(NAMED, name)))
      throw new NotFound(definition.name);
    return refuse("invalidInput", { fields });
  }
  const { courtId } = actor;
  const now = deps.clock.now();
  return deps.db.withCourt(courtId, async (tx) => {
    const row = await caseAsked(tx, courtId, parsed.data);
    await lookUpNamed(tx, courtId, parsed.data);
    const relations: readonly Relation[] = row ? await relationsTo(tx, actor, row) : ["court"];
    const answer = can(actor, definition.ability, relations);
    if (!answer.ok) {
      if (answer.status === "hidden") throw new NotFound(definition.name);
      throw new Forbidden(definition.name);
    }
    const given = await definition.run({
      deps,
      tx,
      actor,
      courtId,
      now,
      today: courtDay(now),
      settings: await settingsOn(tx, courtId, courtDay(now)),
      input: parsed.data,
      theCase: () => {
        if (!row) throw new Error(`${definition.name} asks about no case`);
        return row;
      },
      relations,
      trace: (entry) => record(tx, actor, now, entry),
    });
    return ok(given);
  });
}
