import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { asCourtId, asId, type PersonId } from "~/domain/ids";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import type { Deps } from "./deps.server";
import { type Grant, grantsOf, type Place, placeOf, userActor } from "./grants.server";
import { record } from "./record.server";
import { countFailure, delayOf, forgive, throttleKeys } from "./sign-in-throttle.server";

const ABSOLUTE_HOURS = 8;
const IDLE_MINUTES = 60;
/** argon2id at 19 MiB, two passes: OWASP's floor, some 25 ms here. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const signInInput = z.object({
  login: z.string().trim().min(1, "required").max(80),
  password: z.string().min(1, "required").max(200),
});

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);
let decoy: Promise<string> | undefined;

/** On whose chain a sign-in is recorded; what he may do plays no part in it, so no grants are read. */
const signedInAs = (personId: string, courtId: string, role: Role): UserActor => ({
  kind: "user",
  courtId: asCourtId(courtId),
  userId: asId<PersonId>(personId),
  role,
  roles: [role],
  teamIds: [],
  orgIds: [],
});

const tooManyTries = (seconds: number): Refusal =>
  refuse("tooManyTries", { params: { seconds: Math.ceil(seconds) } });

/** 1, 2, 4, 8 … : the record says how many there were, so that whoever tries a thousand times leaves ten records. */
const isWorthARecord = (failures: number): boolean => (failures & (failures - 1)) === 0;

/**
 * Says on the person's own chain that a try in his name failed. A try in nobody's name does the same work and takes it
 * back, or the time of the answer would tell which logins exist.
 */
async function recordFailure(
  tx: Tx,
  personId: string | undefined,
  place: Place,
  now: DateTime,
  failures: number,
): Promise<void> {
  const isKept = personId !== undefined && place.role !== null;
  const actor = signedInAs(personId ?? uuidv7(), place.courtId, place.role ?? "clerk");
  await tx.execute(sql`savepoint failure`);
  await record(tx, actor, now, { verb: "sign-in-failed", data: { failures } });
  await tx.execute(isKept ? sql`release savepoint failure` : sql`rollback to savepoint failure`);
}

export type SignedIn = { secret: string; personId: string; grants: Grant[]; chosen: Grant | null };

/**
 * Checks a login and a password and starts a sign-in. Unknown names and wrong passwords answer alike, in like time;
 * after four failures each further one doubles the delay (of the account and of the address), up to 15 minutes.
 * Recorded in the court whose role the person has; for who has several, in the first of his courts, and the role
 * that he takes then in that role's court (`chooseGrant`). A try during a delay writes nothing. A name
 * that is unknown, disabled or serves no court has no court to keep a record, and is counted only.
 */
export async function startSignIn(deps: Deps, raw: unknown, address: string): Promise<Result<SignedIn>> {
  const parsed = signInInput.safeParse(raw);
  if (!parsed.success) return refuse("signInFailed");
  const { login, password } = parsed.data;
  const now = deps.clock.now();
  const keys = throttleKeys(deps.secrets, login, address);
  const { seconds, person, grants, place } = await deps.db.withDirectory(async (tx) => {
    const seconds = await delayOf(tx, keys, now);
    const p = schema.people;
    const [person] = await tx
      .select()
      .from(p)
      .where(and(eq(sql`lower(${p.login})`, login.toLowerCase()), isNull(p.disabledAt)));
    const grants = await grantsOf(tx, person?.id ?? uuidv7(), now);
    return { seconds, person, grants, place: await placeOf(tx, grants) };
  });
  if (seconds > 0) return tooManyTries(seconds);
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const right = await verify(person?.passwordHash ?? (await decoy), password).catch(() => false);
  if (!place) return refuse("signInFailed");
  return deps.db.withCourt(place.courtId, async (tx) => {
    // Tries that ran side by side passed the first look together.
    const late = await delayOf(tx, keys, now);
    if (late > 0) return tooManyTries(late);
    if (!person || !right) {
      const failures = await countFailure(tx, keys, now);
      if (isWorthARecord(failures)) await recordFailure(tx, person?.id, place, now, failures);
      return refuse("signInFailed");
    }
    const failures = await forgive(tx, keys);
    const chosen = grants.length === 1 ? (grants[0] as Grant) : null;
    const secret = await insertSignIn(tx, deps, person.id, chosen, now, now.plus({ hours: ABSOLUTE_HOURS }));
    if (place.role) {
      const actor = signedInAs(person.id, place.courtId, place.role);
      await record(tx, actor, now, { verb: "sign-in", data: { chosen: chosen !== null, failures } });
    }
    return ok({ secret, personId: person.id, grants, chosen });
  });
}

async function insertSignIn(
  tx: Tx,
  deps: Deps,
  personId: string,
  chosen: Grant | null,
  now: DateTime,
  expiresAt: DateTime,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx.insert(schema.signIns).values({
    idHash: deps.secrets.hashToken(secret),
    personId,
    courtId: chosen?.courtId ?? null,
    role: chosen?.role ?? null,
    startedAt: now,
    seenAt: now,
    expiresAt,
  });
  return secret;
}

/**
 * Takes another court or role: the old sign-in ends and a new secret is given (no fixation), for no longer than the old
 * one had. Recorded in the court that is entered. Null when it is not granted.
 */
export async function chooseGrant(
  deps: Deps,
  secret: string,
  courtId: string,
  role: Role,
): Promise<string | null> {
  const now = deps.clock.now();
  const found = await deps.db.withDirectory(async (tx) => {
    const row = await liveSignIn(tx, deps, secret, now);
    const grants = row ? await grantsOf(tx, row.personId, now) : [];
    return { row, grant: grants.find((one) => one.courtId === courtId && one.role === role) };
  });
  const { row, grant } = found;
  if (!row || !grant) return null;
  return deps.db.withCourt(grant.courtId, async (tx) => {
    const t = schema.signIns;
    const ended = await tx
      .update(t)
      .set({ endedAt: now })
      .where(and(eq(t.idHash, row.idHash), isNull(t.endedAt)))
      .returning({ personId: t.personId });
    if (!ended.length) return null;
    const fresh = await insertSignIn(tx, deps, row.personId, grant, now, row.expiresAt);
    await record(tx, signedInAs(row.personId, grant.courtId, grant.role), now, { verb: "choose-role" });
    return fresh;
  });
}

/**
 * Ends this sign-in, or with `everywhere` all of the person's, in whatever court. Recorded in the court of the role that
 * was taken, else in the first of his courts; who serves none has no court to keep a record.
 */
export async function endSignIn(deps: Deps, secret: string, everywhere: boolean): Promise<void> {
  const now = deps.clock.now();
  const t = schema.signIns;
  const found = await deps.db.withDirectory(async (tx) => {
    const row = await liveSignIn(tx, deps, secret, now);
    if (!row) return null;
    const taken = row.courtId ? { courtId: row.courtId, role: row.role } : null;
    return { row, place: taken ?? (await placeOf(tx, await grantsOf(tx, row.personId, now))) };
  });
  if (!found?.place) return;
  const { row, place } = found;
  await deps.db.withCourt(place.courtId, async (tx) => {
    const of = everywhere ? eq(t.personId, row.personId) : eq(t.idHash, row.idHash);
    const ended = await tx
      .update(t)
      .set({ endedAt: now })
      .where(and(of, isNull(t.endedAt), gt(t.expiresAt, now)))
      .returning({ personId: t.personId });
    if (!ended.length || !place.role) return;
    await record(tx, signedInAs(row.personId, place.courtId, place.role), now, {
      verb: everywhere ? "sign-out-everywhere" : "sign-out",
      data: { ended: ended.length },
    });
  });
}

async function liveSignIn(tx: Tx, deps: Deps, secret: string, now: DateTime) {
  const t = schema.signIns;
  const [row] = await tx
    .select()
    .from(t)
    .where(and(inArray(t.idHash, deps.secrets.tokenHashes(secret)), isNull(t.endedAt), gt(t.expiresAt, now)));
  return row && row.seenAt.plus({ minutes: IDLE_MINUTES }) > now ? row : null;
}

export type Viewer = {
  actor: UserActor | null;
  personId: string;
  name: string;
  login: string;
  grants: Grant[];
  courtName: string | null;
  courtNameEn: string | null;
};

/**
 * Who is behind a sign-in's secret; read afresh at every request, so that a revoked grant ends at once. That he was seen
 * is noted for the idle limit alone and is no act: what he does or looks at in that request has its own record.
 */
export async function viewerOf(deps: Deps, secret: string): Promise<Viewer | null> {
  const now = deps.clock.now();
  return deps.db.withDirectory(async (tx) => {
    const row = await liveSignIn(tx, deps, secret, now);
    if (!row) return null;
    const [person] = await tx
      .select()
      .from(schema.people)
      .where(and(eq(schema.people.id, row.personId), isNull(schema.people.disabledAt)));
    if (!person) return null;
    if (row.seenAt.plus({ minutes: 1 }) < now) {
      await tx.update(schema.signIns).set({ seenAt: now }).where(eq(schema.signIns.idHash, row.idHash));
    }
    const grants = await grantsOf(tx, person.id, now);
    const chosen = grants.find((one) => one.courtId === row.courtId && one.role === row.role);
    return {
      actor: chosen ? await userActor(tx, person.id, chosen.courtId, chosen.role, now) : null,
      personId: person.id,
      name: person.name,
      login: person.login,
      grants,
      courtName: chosen?.courtName ?? null,
      courtNameEn: chosen?.courtNameEn ?? null,
    };
  });
}
