import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import type { Relation } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import { ROLES, type Role } from "~/domain/policy/roles";
import { bookSession } from "~/services/book-session.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt } from "./court";
import { addMember, addOrganisation } from "./desk";
import { does } from "./journey";
import type { Known } from "./sample-input";

/** Somebody who asks, with what ties him to the case of the matrix. */
export type Caller = { readonly who: string; readonly actor: Actor; readonly relations: readonly Relation[] };

export type MatrixCourt = {
  /** One real thing of every kind in 石景山, by the name under which inputs ask for it. */
  readonly known: Known;
  /** Another case of 石景山, to which nothing of these belongs. */
  readonly otherCaseId: string;
  /** The file of the case's document, and a sheet that belongs to no case. */
  readonly fileId: string;
  readonly sheetId: string;
  /** Every role and the case's own side with all ties that it can have, then every role and another side without any. */
  readonly callers: readonly Caller[];
  /** The same people, teams and bodies, at work in 丰台. */
  readonly foreigners: readonly Caller[];
};

async function storeBytes(c: TestCourt, text: string, caseId: string | null): Promise<string> {
  const stored = await c.deps.files.put(Buffer.from(text), { maxBytes: 1000 });
  if (!stored.ok) throw new Error(stored.refusal);
  const { file } = stored;
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.files).values({
      courtId: "bj0107",
      id: file.id,
      caseId,
      name: "甲.csv",
      type: file.kind,
      size: file.size,
      sha256: file.sha256,
      byId: uuidv7(),
      createdAt: c.clock.now(),
    }),
  );
  return file.id;
}

/** A case in mediation with a session, a document, an organisation, a team, a judge, and an import beside it. */
export async function matrixCourt(c: TestCourt): Promise<MatrixCourt> {
  const [mediatorId, lawyerId] = [await addResource(c, "mediator"), await addResource(c, "lawyer")];
  await addMember(c, { name: "李调解" }, mediatorId);
  const orgId = await addOrganisation(c);
  const [teamId, judgeId, runId, documentId, anyId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const batchId = uuidv7();
  const caseId = await caseInMediation(c, {
    mediatorId,
    lawyerId,
    claimantResource: await addResource(c, "party"),
    respondentResource: await addResource(c, "party"),
  });
  const otherCaseId = await caseInMediation(c, { mediatorId: await addResource(c, "mediator") });
  const roomId = await addRoom(c, "bj0107", "第一调解室");
  await c.db.withCourt("bj0107", async (tx) => {
    await tx
      .insert(schema.teams)
      .values({ courtId: "bj0107", id: teamId, name: "速裁一团队", nameEn: "Team 1", judgeId });
    await tx.insert(schema.importRuns).values({
      courtId: "bj0107",
      id: runId,
      name: "甲.csv",
      sha256: createHash("sha256").update("甲").digest("hex"),
      byId: uuidv7(),
      startedAt: c.clock.now(),
      total: 0,
      good: 0,
      bad: 0,
    });
  });
  await c.owner`update cases set org_id = ${orgId}, team_id = ${teamId}, judge_id = ${judgeId} where id = ${caseId}`;
  const booked = await does(c, actorIn("bj0107", "mediator", { userId: mediatorId }), bookSession, {
    caseIds: [caseId],
    startAt: MORNING.plus({ days: 1 }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  const fileId = await storeBytes(c, "案件,文件\n", caseId);
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.documents).values({
      courtId: "bj0107",
      id: documentId,
      caseId,
      kind: "guidance",
      title: "诉讼引导",
      template: "guidance",
      fileId,
      sha256: "0".repeat(64),
      byId: uuidv7(),
      createdAt: c.clock.now(),
    }),
  );
  await c.db.withCourt("bj0107", async (tx) => {
    const of = { courtId: "bj0107", id: batchId, kind: "guidance" } as const;
    await tx
      .insert(schema.documentBatches)
      .values({ ...of, status: "running", total: 1, byId: uuidv7(), createdAt: c.clock.now() });
    await tx.insert(schema.documentBatchItems).values({
      courtId: "bj0107",
      batchId,
      ordinal: 1,
      caseId,
      status: "queued",
    });
  });
  const seriesId = uuidv7();
  await c.db.withCourt("bj0107", async (tx) => {
    const made = { courtId: "bj0107", name: "系列", contractForm: "", creditorName: "甲", causeCode: "126" };
    await tx.insert(schema.series).values({
      ...made,
      id: seriesId,
      creditorIndex: Buffer.alloc(32),
      madeById: uuidv7(),
      madeAt: c.clock.now(),
    });
    await tx
      .insert(schema.seriesCases)
      .values({ courtId: "bj0107", caseId, seriesId, addedAt: c.clock.now() });
  });
  // An application belongs to the court's file: whoever may see files sees it.
  const materialId = uuidv7();
  const materialFileId = await storeBytes(c, "申请,书\n", caseId);
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.materials).values({
      courtId: "bj0107",
      id: materialId,
      caseId,
      fileId: materialFileId,
      kind: "application",
      title: "调解申请书",
      reach: "bothSides",
      byKind: "user",
      byId: uuidv7(),
      handedInAt: c.clock.now(),
    }),
  );
  const parties = await c.owner<{ id: string; side: "claimant" | "respondent"; caseId: string }[]>`
    select id, side, case_id as "caseId" from parties where case_id in (${caseId}, ${otherCaseId})`;
  const claimantOf = (id: string) => parties.find((one) => one.caseId === id && one.side === "claimant");
  const [invitation] = await c.owner<
    { id: string }[]
  >`select i.id from invitations i join parties p on p.id = i.recipient_id
    where i.case_id = ${caseId} and p.side = 'claimant'`;
  const partyId = claimantOf(caseId)?.id as string;
  await drainCourt(c.deps, "bj0107");
  const [delivery] = await c.owner<{ id: string; noticeId: string }[]>`
    select id, notice_id as "noticeId" from deliveries where case_id = ${caseId} order by id limit 1`;
  const taskId = uuidv7();
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.tasks).values({
      courtId: "bj0107",
      id: taskId,
      kind: "bounced",
      key: "bounced:matrix",
      caseId,
      data: { deliveryId: delivery?.id ?? null },
      openedAt: c.clock.now(),
    }),
  );

  const ids: Partial<Record<Role, string>> = { mediator: mediatorId, lawyer: lawyerId, judge: judgeId };
  const tied = (courtId: string, role: Role): Actor =>
    actorIn(courtId, role, { userId: ids[role] ?? uuidv7(), teamIds: [teamId], orgIds: [orgId] });
  const side = (courtId: string, ofCase: string): Actor => ({
    kind: "party",
    courtId: asCourtId(courtId),
    caseId: asId<CaseId>(ofCase),
    side: "claimant",
    partyId: asId<PartyId>(claimantOf(ofCase)?.id ?? anyId),
    linkId: asId<LinkId>(anyId),
  });
  const tiesOf = (role: Role): Relation[] => [
    "court",
    "team",
    "org",
    ...(role === "mediator" || role === "lawyer" ? (["assigned"] as const) : []),
    ...(role === "judge" ? (["reviewing"] as const) : []),
  ];
  return {
    otherCaseId,
    fileId,
    sheetId: await storeBytes(c, "没有,案件\n", null),
    known: {
      anyId,
      caseId,
      caseIds: [caseId],
      sessionId: booked.sessionId,
      invitationId: invitation?.id,
      deliveryId: delivery?.id,
      noticeId: delivery?.noticeId,
      taskId,
      trackingNumber: "1234567890123",
      sha256: "0".repeat(64),
      joinUrl: "https://meet.example/1",
      documentId,
      materialId,
      seriesId,
      runId,
      batchId,
      partyId,
      roomId,
      resourceId: roomId,
      mediatorId,
      orgId,
      teamId,
    },
    callers: [
      ...ROLES.map((role) => ({
        who: `tied ${role}`,
        actor: tied("bj0107", role),
        relations: tiesOf(role),
      })),
      {
        who: "own side",
        actor: side("bj0107", caseId),
        relations: ["ownSide"],
      },
      ...ROLES.map((role) => ({
        who: `other ${role}`,
        actor: actorIn("bj0107", role),
        relations: ["court"] as const,
      })),
      { who: "side of another case", actor: side("bj0107", otherCaseId), relations: [] },
    ],
    foreigners: [
      ...ROLES.map((role) => ({ who: role, actor: tied("bj0106", role), relations: ["court"] as const })),
      { who: "party", actor: side("bj0106", caseId), relations: [] },
    ],
  };
}
