import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DateTime } from "luxon";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll } from "vitest";
import { type Database, openDatabase, schema } from "#db/client";
import { fixedClock, type SettableClock } from "~/adapters/clock";
import { createFileStore } from "~/adapters/files.server";
import { createSecrets } from "~/adapters/secrets.server";
import { asCourtId, asId, type OrgId, type PersonId, type TeamId } from "~/domain/ids";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import type { Deps } from "~/services/deps.server";
import { demoMailer, demoPhone } from "~/services/post.server";
import { GENESIS } from "~/services/record.server";
import { type FreshDatabase, freshDatabase } from "../fresh-database";

/** Monday, 2026-11-23, 09:30 in Beijing. */
export const MORNING = DateTime.fromISO("2026-11-23T09:30", { zone: "Asia/Shanghai" });

export const SECRET = "a secret for tests that is long enough, really";

export type TestCourt = {
  deps: Deps;
  clock: SettableClock;
  owner: postgres.Sql;
  fresh: FreshDatabase;
  db: Database;
};

/** A database with two courts, the clock standing at MORNING until it is moved. */
export async function courtOn(fresh: FreshDatabase, options: { max?: number } = {}) {
  const clock = fixedClock(MORNING);
  const db = await openDatabase(fresh.appUrl, { max: options.max ?? 6 });
  const dir = mkdtempSync(path.join(os.tmpdir(), "tiaosu-test-"));
  const deps: Deps = {
    db,
    clock,
    secrets: createSecrets([SECRET]),
    files: createFileStore(dir),
    publicUrl: "http://127.0.0.1:3000",
    demo: true,
    mailer: demoMailer({ db, clock, from: "mediation@court.example" }),
    sms: demoPhone({ db, clock }),
  };
  // On a server where the owner is no superuser, the walls hold for him too: he looks as the first court.
  const owner = postgres(fresh.ownerUrl, {
    max: 2,
    onnotice: () => {},
    connection: { options: "-c app.court_id=bj0107" },
  });
  await owner`insert into courts (id, code, name, name_en, short_name, number_prefix, address, phone, created_at) values
    ('bj0107', '京0107', '北京市石景山区人民法院', 'Shijingshan District People''s Court', '石景山法院', 'SJS', '石景山区某路 1 号', '010-00000107', now()),
    ('bj0106', '京0106', '北京市丰台区人民法院', 'Fengtai District People''s Court', '丰台法院', 'FT', '丰台区某路 1 号', '010-00000106', now())`;
  const court: TestCourt = { deps, clock, owner, fresh, db };
  const close = async () => {
    await owner.end({ timeout: 2 });
    await db.close();
    await fresh.drop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { court, close };
}

/** A fresh database with two courts, for one test file. */
export function useCourt(options: { max?: number } = {}): () => TestCourt {
  let opened: Awaited<ReturnType<typeof courtOn>>;
  beforeAll(async () => {
    opened = await courtOn(await freshDatabase(), options);
  });
  afterAll(() => opened.close());
  return () => opened.court;
}

export function actorIn(
  courtId: string,
  role: Role,
  of: { userId?: string; teamIds?: string[]; orgIds?: string[] } = {},
): UserActor {
  return {
    kind: "user",
    courtId: asCourtId(courtId),
    userId: asId<PersonId>(of.userId ?? uuidv7()),
    role,
    roles: [role],
    teamIds: (of.teamIds ?? []).map((id) => asId<TeamId>(id)),
    orgIds: (of.orgIds ?? []).map((id) => asId<OrgId>(id)),
  };
}

export async function addResource(
  court: TestCourt,
  kind: "mediator" | "lawyer" | "party" | "agent" | "room",
  homeId?: string,
): Promise<string> {
  const id = uuidv7();
  await court.db.withDirectory((tx) =>
    tx.insert(schema.resources).values({ homeId: homeId ?? id, id, kind }),
  );
  return id;
}

export async function addRoom(court: TestCourt, courtId: string, name: string): Promise<string> {
  const id = await addResource(court, "room", courtId);
  await court.db.withCourt(courtId, (tx) =>
    tx.insert(schema.rooms).values({
      courtId,
      id,
      name,
      nameEn: name,
      place: "一层东侧",
      placeEn: "ground floor, east",
      facilities: [],
    }),
  );
  return id;
}

type Wanted = {
  courtId?: string;
  mediatorId: string;
  lawyerId?: string;
  claimantResource?: string;
  respondentResource?: string;
  n?: number;
};
let made = 0;

/** A registered case in mediation whose sides have both agreed, with an accepted mediator. */
export async function caseInMediation(court: TestCourt, wanted: Wanted): Promise<string> {
  const courtId = wanted.courtId ?? "bj0107";
  const id = uuidv7();
  const now = court.clock.now();
  const n = ++made;
  await court.db.withCourt(courtId, async (tx) => {
    await tx.insert(schema.cases).values({
      courtId,
      id,
      registrationNo: `T-2026-${String(n).padStart(6, "0")}`,
      caseNo: `(2026)京0107民初${n}号`,
      regime: "POST_FILING",
      intake: "LAWSUIT",
      stage: "mediation",
      causeScheme: "法〔2025〕227号",
      causeCode: "126",
      amountFen: 936_000,
      facts: "拖欠物业费",
      claims: "支付物业费",
      claimantNames: "某物业服务有限公司",
      respondentNames: "张某某",
      nameGrams: [],
      mediatorId: wanted.mediatorId,
      lawyerId: wanted.lawyerId ?? null,
      createdAt: now,
      recordHead: GENESIS,
    });
    for (const side of ["claimant", "respondent"] as const) {
      const partyId = uuidv7();
      const resourceId = side === "claimant" ? wanted.claimantResource : wanted.respondentResource;
      await tx.insert(schema.parties).values({
        courtId,
        id: partyId,
        caseId: id,
        side,
        ordinal: 0,
        kind: "natural",
        name: side === "claimant" ? "王某某" : "张某某",
        needs: [],
        resourceId: resourceId ?? null,
      });
      await tx.insert(schema.consents).values({
        courtId,
        id: uuidv7(),
        caseId: id,
        partyId,
        kind: "mediation",
        decision: "agreed",
        how: "inPerson",
        happenedAt: now,
        recordedAt: now,
      });
    }
    await tx.insert(schema.assignments).values({
      courtId,
      id: uuidv7(),
      caseId: id,
      mediatorId: wanted.mediatorId,
      status: "accepted",
      mode: "designated",
      reason: "test",
      candidates: [],
      ruleVersion: 1,
      offeredAt: now,
      acceptedAt: now,
    });
  });
  return id;
}
