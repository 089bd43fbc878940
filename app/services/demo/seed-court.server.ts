import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import postgres from "postgres";
import { schema } from "#db/client";
import { COURTS, ORGANISATIONS, ROOMS, TEAMS } from "#db/seed/court";
import { ROSTER } from "#db/seed/roster";
import { DEMO_PASSWORD, SECOND_COURT_STAFF, STAFF } from "#db/seed/staff";
import { asCourtId } from "~/domain/ids";
import type { Role } from "~/domain/policy/roles";
import type { Deps } from "../deps.server";
import { record } from "../record.server";
import { hashPassword } from "../sign-in.server";

/** A UUID made of a name, so that the demo court has the same ids on every machine (version 8, RFC 9562). */
export function seedId(name: string): string {
  const hex = createHash("sha256").update(`tiaosu demo ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const personId = (login: string): string => seedId(`person ${login}`);
export const teamId = (key: string): string => seedId(`team ${key}`);
export const orgId = (key: string): string => seedId(`org ${key}`);
export const roomId = (name: string): string => seedId(`room ${name}`);

const HOURS = [
  [540, 690],
  [810, 1020],
] as const;

/** Courts are made by the owner of the database; the app's role cannot. */
export async function seedCourts(ownerUrl: string, now: DateTime): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    for (const court of COURTS) {
      await owner`insert into courts (id, code, name, name_en, short_name, number_prefix, address, phone, created_at)
        values (${court.id}, ${court.code}, ${court.name}, ${court.nameEn}, ${court.shortName}, ${court.numberPrefix}, ${court.address}, ${court.phone}, ${now.toISO()})
        on conflict do nothing`;
    }
  } finally {
    await owner.end({ timeout: 5 });
  }
}

type Grant = { courtId: string; role: Role; teamId?: string; orgId?: string };

/** Of both courts at once and before either is at work: what loaded the demo is on record as `seed-court`, as a whole. */
async function addPerson(
  deps: Deps,
  login: string,
  name: string,
  passwordHash: string,
  grants: readonly Grant[],
  since: DateTime,
): Promise<void> {
  const id = personId(login);
  await deps.db.withDirectory(async (tx) => {
    await tx
      .insert(schema.people)
      .values({ id, login, name, passwordHash, email: `${login}@court.example`, createdAt: since })
      .onConflictDoNothing();
    for (const grant of grants) {
      await tx
        .insert(schema.grants)
        .values({
          id: seedId(`grant ${login} ${grant.courtId} ${grant.role}`),
          courtId: grant.courtId,
          personId: id,
          role: grant.role,
          teamId: grant.teamId ?? null,
          orgId: grant.orgId ?? null,
          validFrom: since,
        })
        .onConflictDoNothing();
    }
  });
}

async function seedPeople(deps: Deps, since: DateTime): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const one of STAFF) {
    await addPerson(
      deps,
      one.login,
      one.name,
      hash,
      [
        {
          courtId: "bj0107",
          role: one.role,
          ...(one.team ? { teamId: teamId(one.team) } : {}),
          ...(one.org ? { orgId: orgId(one.org) } : {}),
        },
      ],
      since,
    );
  }
  for (const one of SECOND_COURT_STAFF)
    await addPerson(deps, one.login, one.name, hash, [{ courtId: "bj0106", role: one.role }], since);
  for (const one of ROSTER) {
    const courts = one.courts ?? ["bj0107"];
    await addPerson(
      deps,
      one.login,
      one.name,
      hash,
      courts.map((courtId) => ({
        courtId,
        role: one.kind,
        ...(one.team ? { teamId: teamId(one.team) } : {}),
        ...(one.org ? { orgId: orgId(one.org) } : {}),
      })),
      since,
    );
  }
}

async function seedRoster(deps: Deps, courtId: string, since: DateTime): Promise<void> {
  const from = since.toISODate() as string;
  const main = courtId === "bj0107";
  await deps.db.withCourt(courtId, async (tx) => {
    const rooms = main ? ROOMS : ROOMS.slice(0, 2);
    await tx
      .insert(schema.resources)
      .values(
        rooms.map((room) => ({
          homeId: courtId,
          id: seedId(`${courtId} room ${room.name}`),
          kind: "room" as const,
        })),
      )
      .onConflictDoNothing();
    await tx
      .insert(schema.resources)
      .values(ROSTER.map((one) => ({ homeId: personId(one.login), id: personId(one.login), kind: one.kind })))
      .onConflictDoNothing();
    await tx.insert(schema.rooms).values(
      rooms.map((room) => ({
        courtId,
        id: seedId(`${courtId} room ${room.name}`),
        ...room,
        facilities: [...room.facilities],
      })),
    );
    if (main) {
      await tx.insert(schema.teams).values(
        TEAMS.map((team) => ({
          courtId,
          id: teamId(team.key),
          name: team.name,
          nameEn: team.nameEn,
          judgeId: personId(STAFF.find((one) => one.role === "judge" && one.team === team.key)?.login ?? ""),
        })),
      );
      await tx.insert(schema.organisations).values(
        ORGANISATIONS.map((org) => ({
          courtId,
          id: orgId(org.key),
          name: org.name,
          nameEn: org.nameEn,
          kind: org.kind,
          causeCodes: [...org.causes],
          charges: org.charges,
          address: "北京市石景山区（演示地址）",
        })),
      );
      await tx.insert(schema.teamMembers).values(
        [...STAFF, ...ROSTER].flatMap((one) =>
          one.team
            ? [
                {
                  courtId,
                  teamId: teamId(one.team),
                  personId: personId(one.login),
                  part: "role" in one ? one.role : one.kind,
                },
              ]
            : [],
        ),
      );
    }
    const members = ROSTER.filter((one) => (one.courts ?? ["bj0107"]).includes(courtId));
    await tx.insert(schema.rosterMembers).values(
      members.map((one) => ({
        courtId,
        personId: personId(one.login),
        kind: one.kind,
        category: one.category,
        name: one.name,
        nameEn: one.nameEn,
        orgId: main && one.org ? orgId(one.org) : null,
        teamId: main && one.team ? teamId(one.team) : null,
        firm: one.firm ?? null,
        causeCodes: [...one.causes],
        languages: ["zh"],
        mode: one.mode,
        maxOpen: one.max,
        trainee: one.category === "traineeLawyer",
        supervisorId:
          one.login === "su.shuyao"
            ? personId("lawyer")
            : one.login === "xia.zixuan"
              ? personId("li.mingli")
              : null,
      })),
    );
    await tx.insert(schema.weeklyHours).values(
      members.flatMap((one) =>
        one.days.flatMap((weekday) =>
          HOURS.map(([fromMinute, toMinute]) => ({
            courtId,
            resourceId: personId(one.login),
            weekday,
            fromMinute,
            toMinute,
            validFrom: from,
            resident: one.mode === "resident",
          })),
        ),
      ),
    );
    await tx.insert(schema.courtSettings).values([
      { courtId, key: "regime", validFrom: "2019-01-01", validTo: "2025-01-01", value: "PRE_FILING" },
      { courtId, key: "regime", validFrom: "2025-01-01", value: "POST_FILING" },
    ]);
    await record(tx, { kind: "job", courtId: asCourtId(courtId), name: "seed" }, since, {
      verb: "seed-court",
      data: { members: members.length },
    });
  });
}

/** People, teams, organisations, roster, rooms and hours of both demo courts, as they stood on `since`. */
export async function seedCourt(deps: Deps, ownerUrl: string, since: DateTime): Promise<void> {
  await seedCourts(ownerUrl, since);
  await seedPeople(deps, since);
  for (const court of COURTS) await seedRoster(deps, court.id, since);
}

/** Whether the demo court is there; `part` is what a start that was cut off left behind. */
export async function seeding(deps: Deps): Promise<"none" | "part" | "whole"> {
  const r = schema.records;
  const [done] = await deps.db.withCourt("bj0107", (tx) =>
    tx
      .select({ seq: r.seq })
      .from(r)
      .where(and(eq(r.courtId, "bj0107"), eq(r.verb, "seed-done")))
      .limit(1),
  );
  if (done) return "whole";
  const begun = await deps.db.withDirectory((tx) =>
    tx.select({ id: schema.people.id }).from(schema.people).limit(1),
  );
  return begun.length ? "part" : "none";
}

export async function markSeeded(deps: Deps, cases: number): Promise<void> {
  const actor = { kind: "job", courtId: asCourtId("bj0107"), name: "seed" } as const;
  await deps.db.withCourt("bj0107", (tx) =>
    record(tx, actor, deps.clock.now(), { verb: "seed-done", data: { cases } }),
  );
}
