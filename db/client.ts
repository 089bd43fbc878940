import type { ExtractTablesWithRelations } from "drizzle-orm";
import { type SQL, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type HeldLock, holdLock } from "./hold-lock";
import * as assignment from "./schema/assignment";
import * as calendars from "./schema/calendars";
import * as cases from "./schema/cases";
import * as correspondence from "./schema/correspondence";
import * as directory from "./schema/directory";
import * as documentBatches from "./schema/document-batches";
import * as elements from "./schema/elements";
import * as intake from "./schema/intake";
import * as materials from "./schema/materials";
import * as mediation from "./schema/mediation";
import * as notices from "./schema/notices";
import * as records from "./schema/records";
import * as review from "./schema/review";
import * as roster from "./schema/roster";
import * as scheduling from "./schema/scheduling";
import * as series from "./schema/series";

export const schema = {
  ...directory,
  ...roster,
  ...intake,
  ...cases,
  ...assignment,
  ...scheduling,
  ...mediation,
  ...notices,
  ...correspondence,
  ...calendars,
  ...elements,
  ...materials,
  ...review,
  ...documentBatches,
  ...series,
  ...records,
};
type Schema = typeof schema;
export type Tx = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;
type Drizzle = PostgresJsDatabase<Schema>;

/** The doors to the database. Nothing else in the application holds a connection. */
export type Database = {
  /** Case data of one court: every row read or written inside is that court's (row-level security). */
  withCourt<T>(courtId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** What comes before a court is known: people, sign-ins, grants, courts, tokens. Holds no case data. */
  withDirectory<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One question in one court, without a transaction around it: a single message there and back. `question` goes on after
   * `inCourt`, and everything that it reads must hang on `court.id`; what does not finds nothing.
   */
  glance<Row>(courtId: string, question: SQL): Promise<readonly Row[]>;
  /** Wakes the worker when something was put into the outbox. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** What one process of all does at a time: null while another does it. */
  holdLock(name: string): Promise<HeldLock | null>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** `court`, which sets the court for as long as the statement's transaction lasts; for what begins with `with`. */
export const inCourt = (courtId: string): SQL =>
  sql`court as materialized (select set_config('app.court_id', ${courtId}, true) as id)`;

type Unsafe = postgres.Sql["unsafe"];

/**
 * Drizzle sends its statements through `unsafe` unprepared: parsed, described and planned anew each time, in two round
 * trips. The shapes are few and the same, so each connection prepares each once; what varies travels as a parameter.
 */
function preparing<S extends postgres.Sql | postgres.TransactionSql>(client: S): S {
  const unsafe: Unsafe = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name === "unsafe") return unsafe;
      const own: unknown = Reflect.get(target, name, receiver);
      if (typeof own !== "function" || (name !== "begin" && name !== "savepoint")) return own;
      return (...given: unknown[]) =>
        Reflect.apply(
          own,
          target,
          given.map((one) =>
            typeof one === "function" ? (inner: postgres.TransactionSql) => one(preparing(inner)) : one,
          ),
        );
    },
  });
}

/**
 * Connects in the app's own role and refuses one that could step over the courts' walls.
 * @throws when the driver's patch is missing (docs/decisions/003) or the role is a superuser or bypasses row-level security.
 */
export async function openDatabase(
  url: string,
  options: { max?: number; statementTimeoutMs?: number } = {},
): Promise<Database> {
  if ((postgres as { fence?: number }).fence !== 2) {
    throw new Error(
      "The database driver is not patched: run `npm install` in the project's folder so that patches/ is applied.",
    );
  }
  const client = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    fetch_types: false,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 2),
    connection: {
      TimeZone: "UTC",
      application_name: "tiaosu",
      statement_timeout: options.statementTimeoutMs ?? 5_000,
      lock_timeout: 4_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  const db: Drizzle = drizzle({ client: preparing(client), schema, casing: "snake_case" });
  const role = await client<{ rolname: string; unsafe: boolean }[]>`
    select rolname, rolsuper or rolbypassrls or exists (
      select 1 from pg_tables where schemaname = 'public' and tableowner = current_user) as unsafe
    from pg_roles where rolname = current_user`;
  if (role[0]?.unsafe !== false) {
    await client.end({ timeout: 2 });
    throw new Error(
      `The database role ${role[0]?.rolname ?? "?"} could read across courts (superuser, BYPASSRLS or owner). Give DATABASE_APP_URL a plain role.`,
    );
  }
  const scoped = <T>(courtId: string, work: (tx: Tx) => Promise<T>) =>
    db.transaction(async (tx) => {
      // Sent ahead of the work's first statements, not waited for: one connection runs them in order, and if it fails the
      // transaction is over for whatever follows.
      const scoping = tx.execute(sql`select set_config('app.court_id', ${courtId}, true)`).then(
        () => null,
        (error: unknown) => error,
      );
      const done = await work(tx);
      const failed = await scoping;
      if (failed) throw failed;
      return done;
    });
  return {
    withCourt: (courtId, work) => {
      if (!courtId) throw new Error("withCourt needs a court");
      return scoped(courtId, work);
    },
    withDirectory: (work) => scoped("", work),
    glance: async <Row>(courtId: string, question: SQL) => {
      if (!courtId) throw new Error("glance needs a court");
      const rows: readonly unknown[] = await db.execute(sql`with ${inCourt(courtId)}, ${question}`);
      return rows as readonly Row[];
    },
    listen: async (channel, heard) => {
      const subscription = await client.listen(channel, heard);
      return () => subscription.unlisten();
    },
    holdLock: (name) => holdLock(url, name),
    ping: async () => {
      await client`select 1`;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

export type PgFailure = { code: string; constraint: string | null; message: string };

/** What the server said, or null when the error is not the server's. Connection losses carry the driver's own codes. */
export function pgFailure(error: unknown): PgFailure | null {
  let at: unknown = error;
  for (let depth = 0; depth < 4 && typeof at === "object" && at !== null; depth++) {
    const e = at as { code?: unknown; constraint_name?: unknown; message?: unknown; cause?: unknown };
    if (typeof e.code === "string") {
      return {
        code: e.code,
        constraint: typeof e.constraint_name === "string" ? e.constraint_name : null,
        message: String(e.message),
      };
    }
    at = e.cause;
  }
  return null;
}

/** The connection died and the outcome of the transaction is not known: look the idempotency key up, never retry blindly. */
export function isOutcomeUnknown(error: unknown): boolean {
  const code = pgFailure(error)?.code ?? "";
  return /^(CONNECTION_|CONNECT_|ECONN|EPIPE|57P0[123]|08)/.test(code);
}

/**
 * Awaits what was sent together, to its end even if some of it fails: whatever still ran would otherwise reach the
 * connection after the transaction. What failed first in the order given is thrown.
 */
export async function together<T extends readonly Promise<unknown>[] | []>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  // A bare query is sent anew whenever it is awaited: this sends it once.
  const sent = work.map((one) => Promise.resolve(one)) as unknown[] as T;
  await Promise.allSettled(sent);
  return Promise.all(sent);
}
