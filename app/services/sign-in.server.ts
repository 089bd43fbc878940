import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { asCourtId, asId, type OrgId, type PersonId, type TeamId } from "~/domain/ids";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import { ok, type Result, refuse } from "~/domain/result";
import type { Deps } from "./deps.server";
import { record } from "./record.server";

const ABSOLUTE_HOURS = 8;
const IDLE_MINUTES = 60;
const FREE_TRIES = 4;
const LONGEST_DELAY_SECONDS = 900;
/** argon2id at 19 MiB, two passes: OWASP's floor, some 25 ms here. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const signInInput = z.object({
  login: z.string().trim().min(1, "required").max(80),
  password: z.string().min(1, "required").max(200),
});

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);
let decoy: Promise<string> | undefined;

export type Grant = { courtId: string; courtName: string; courtNameEn: string; role: Role };

const currentGrant = (now: DateTime) => {
  const g = schema.grants;
  return and(lte(g.validFrom, now), or(isNull(g.validTo), gt(g.validTo, now)));
};

export async function grantsOf(tx: Tx, personId: string, now: DateTime): Promise<Grant[]> {
  const g = schema.grants;
  return tx
    .selectDistinct({
      courtId: g.courtId,
      courtName: schema.courts.name,
      courtNameEn: schema.courts.nameEn,
      role: g.role,
    })
    .from(g)
    .innerJoin(schema.courts, eq(schema.courts.id, g.courtId))
    .where(and(eq(g.personId, personId), currentGrant(now)))
    .orderBy(g.courtId, g.role);
}

async function delayOf(tx: Tx, keys: readonly Buffer[], now: DateTime): Promise<number> {
  const t = schema.signInFailures;
  const rows = await tx
    .select({ until: t.blockedUntil })
    .from(t)
    .where(inArray(t.key, [...keys]));
  return Math.max(0, ...rows.map((row) => (row.until ? row.until.diff(now, "seconds").seconds : 0)));
}

async function countFailure(tx: Tx, keys: readonly Buffer[], now: DateTime): Promise<void> {
  const t = schema.signInFailures;
  for (const key of keys) {
    const [row] = await tx
      .insert(t)
      .values({ key, failures: 1, lastAt: now })
      .onConflictDoUpdate({
        target: t.key,
        set: {
          failures: sql`case when ${t.lastAt} < ${now.minus({ hours: 1 }).toISO()}::timestamptz then 1 else ${t.failures} + 1 end`,
          lastAt: now,
        },
      })
      .returning({ failures: t.failures });
    const over = (row?.failures ?? 0) - FREE_TRIES;
    if (over >= 0) {
      const seconds = Math.min(2 ** over, LONGEST_DELAY_SECONDS);
      await tx
        .update(t)
        .set({ blockedUntil: now.plus({ seconds }) })
        .where(eq(t.key, key));
    }
  }
}

export type SignedIn = { secret: string; personId: string; grants: Grant[]; chosen: Grant | null };

/**
 * Checks a login and a password and starts a sign-in. Unknown names and wrong passwords answer alike, in like time;
 * after four failures each further one doubles the delay (of the account and of the address), up to 15 minutes.
 */
export async function startSignIn(deps: Deps, raw: unknown, address: string): Promise<Result<SignedIn>> {
  const parsed = signInInput.safeParse(raw);
  if (!parsed.success) return refuse("signInFailed");
  const { login, password } = parsed.data;
  const now = deps.clock.now();
  const keys = [
    deps.secrets.blindIndex("sign-in account", login.toLowerCase()),
    deps.secrets.blindIndex("sign-in address", address),
  ];
  const found = await deps.db.withDirectory(async (tx) => {
    const seconds = await delayOf(tx, keys, now);
    const p = schema.people;
    const [person] = await tx
      .select()
      .from(p)
      .where(and(eq(sql`lower(${p.login})`, login.toLowerCase()), isNull(p.disabledAt)));
    return { seconds, person };
  });
  if (found.seconds > 0) return refuse("tooManyTries", { params: { seconds: Math.ceil(found.seconds) } });
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const right = await verify(found.person?.passwordHash ?? (await decoy), password).catch(() => false);
  const person = found.person;
  return deps.db.withDirectory(async (tx) => {
    if (!person || !right) {
      await countFailure(tx, keys, now);
      return refuse("signInFailed");
    }
    await tx.delete(schema.signInFailures).where(inArray(schema.signInFailures.key, keys));
    const grants = await grantsOf(tx, person.id, now);
    const chosen = grants.length === 1 ? (grants[0] as Grant) : null;
    const secret = await insertSignIn(tx, deps, person.id, chosen, now);
    return ok({ secret, personId: person.id, grants, chosen });
  });
}

async function insertSignIn(
  tx: Tx,
  deps: Deps,
  personId: string,
  chosen: Grant | null,
  now: DateTime,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx.insert(schema.signIns).values({
    idHash: deps.secrets.hashToken(secret),
    personId,
    courtId: chosen?.courtId ?? null,
    role: chosen?.role ?? null,
    startedAt: now,
    seenAt: now,
    expiresAt: now.plus({ hours: ABSOLUTE_HOURS }),
  });
  return secret;
}

/** Writes the sign-in (or the change of role) into the actor's own chain of that court. */
export async function recordSignIn(
  deps: Deps,
  actor: UserActor,
  verb: "sign-in" | "choose-role" | "sign-out",
): Promise<void> {
  await deps.db.withCourt(actor.courtId, (tx) =>
    record(tx, actor, deps.clock.now(), { verb, data: { role: actor.role } }),
  );
}

/** Takes another court or role: the old sign-in ends and a new secret is given (no fixation). Null when it is not granted. */
export async function chooseGrant(
  deps: Deps,
  secret: string,
  courtId: string,
  role: Role,
): Promise<string | null> {
  const now = deps.clock.now();
  return deps.db.withDirectory(async (tx) => {
    const row = await liveSignIn(tx, deps, secret, now);
    if (!row) return null;
    const grant = (await grantsOf(tx, row.personId, now)).find(
      (one) => one.courtId === courtId && one.role === role,
    );
    if (!grant) return null;
    await tx.update(schema.signIns).set({ endedAt: now }).where(eq(schema.signIns.idHash, row.idHash));
    return insertSignIn(tx, deps, row.personId, grant, now);
  });
}

export async function endSignIn(deps: Deps, secret: string, everywhere: boolean): Promise<void> {
  const now = deps.clock.now();
  await deps.db.withDirectory(async (tx) => {
    const row = await liveSignIn(tx, deps, secret, now);
    if (!row) return;
    const t = schema.signIns;
    await tx
      .update(t)
      .set({ endedAt: now })
      .where(everywhere ? and(eq(t.personId, row.personId), isNull(t.endedAt)) : eq(t.idHash, row.idHash));
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

/** Who is behind a sign-in's secret; read afresh at every request, so that a revoked grant ends at once. */
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

/** The actor that a person is in one court and one role; teams and organisations come with the grants. */
export async function userActor(
  tx: Tx,
  personId: string,
  courtId: string,
  role: Role,
  now: DateTime,
): Promise<UserActor | null> {
  const g = schema.grants;
  const rows = await tx
    .select()
    .from(g)
    .where(and(eq(g.personId, personId), eq(g.courtId, courtId), currentGrant(now)));
  const roles = [...new Set(rows.map((row) => row.role))];
  if (!roles.includes(role)) return null;
  const inRole = rows.filter((row) => row.role === role);
  return {
    kind: "user",
    courtId: asCourtId(courtId),
    userId: asId<PersonId>(personId),
    role,
    roles,
    teamIds: inRole.flatMap((row) => (row.teamId ? [asId<TeamId>(row.teamId)] : [])),
    orgIds: inRole.flatMap((row) => (row.orgId ? [asId<OrgId>(row.orgId)] : [])),
  };
}
