import fs from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Role } from "~/domain/policy/roles";
import { JUDGE_ITEMS } from "~/domain/review/checklist";
import { loader as things } from "~/routes/api.v1.$things/route";
import { action as command } from "~/routes/api.v1.commands.$verb/route";
import { action as upload } from "~/routes/api.v1.files/route";
import { loader as download } from "~/routes/api.v1.files_.$id/route";
import { loader as specification } from "~/routes/api.v1.openapi[.]json/route";
import { orgId, personId, seedCourt, teamId } from "~/services/demo/seed-court.server";
import { findPersonInRole } from "~/services/token-subjects.server";
import { issueToken } from "~/services/tokens.server";
import { verifyRecords } from "~/services/verify-records.server";
import { drainCourt } from "~/services/worker.server";
import { MORNING, type TestCourt, useCourt } from "../services/court";

/* The nine steps through /api/v1 alone, starting from the spreadsheet of tests/fixtures. */
const court = useCourt();
let c: TestCourt;
const tokens = new Map<string, string>();

beforeAll(async () => {
  c = court();
  await seedCourt(c.deps, c.fresh.ownerUrl, MORNING.minus({ years: 1 }));
});

const args = (url: string, init: RequestInit, params: Record<string, string>) =>
  ({
    request: new Request(`http://127.0.0.1:3000${url}`, init),
    params,
    context: { deps: c.deps, demo: true, cspNonce: "", address: "" },
  }) as never;

async function bearer(role: Role, login?: string): Promise<string> {
  const name = login ?? role;
  const known = tokens.get(name);
  if (known) return known;
  const subject = await findPersonInRole(c.deps, "bj0107", role, login);
  if (!subject) throw new Error(`nobody is ${name}`);
  const token = await issueToken(c.deps, "bj0107", subject, 30);
  tokens.set(name, token);
  return token;
}

type Answer = Record<string, unknown> & { ok: boolean };

async function post(
  token: string,
  verb: string,
  body: object,
  key?: string,
): Promise<{ status: number; body: Answer }> {
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": "application/json",
    ...(key ? { "Idempotency-Key": key } : {}),
  };
  const response = (await command(
    args(`/api/v1/commands/${verb}`, { method: "POST", headers, body: JSON.stringify(body) }, { verb }),
  )) as Response;
  return { status: response.status, body: await response.json() };
}

async function done(token: string, verb: string, body: object): Promise<Answer> {
  const answer = await post(token, verb, body);
  expect(answer, `${verb}: ${JSON.stringify(answer.body)}`).toMatchObject({
    status: 200,
    body: { ok: true },
  });
  return answer.body;
}

async function list(token: string, name: string, query = ""): Promise<Record<string, unknown>> {
  const response = (await things(
    args(`/api/v1/${name}?${query}`, { headers: { Authorization: `Bearer ${token}` } }, { things: name }),
  )) as Response;
  const body = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return body.data;
}

it("takes a dispute from the spreadsheet to the judge's confirmation", async () => {
  const clerk = await bearer("clerk", "clerk");
  const coordinator = await bearer("coordinator", "coordinator");
  const mediator = await bearer("mediator", "mediator");
  const judge = await bearer("judge", "judge");
  const courtClerk = await bearer("courtClerk", "courtclerk");

  // 1 intake
  const form = new FormData();
  form.set("file", new File([fs.readFileSync(path.resolve("tests/fixtures/intake.xlsx"))], "intake.xlsx"));
  const uploaded = (await upload(
    args("/api/v1/files", { method: "POST", headers: { Authorization: `Bearer ${clerk}` }, body: form }, {}),
  )) as Response;
  const { fileId } = await uploaded.json();
  const { runId } = await done(clerk, "import-cases", { fileId });
  await drainCourt(c.deps, "bj0107");
  const run = await list(clerk, "import-run", `runId=${runId}`);
  expect(run).toMatchObject({ status: "done", total: 8, good: 6, bad: 2 });
  expect(await done(clerk, "import-cases", { fileId })).toMatchObject({ runId, status: "done" });
  expect((await list(coordinator, "cases")).total).toBe(6);

  // 2 queue
  const queue = await list(coordinator, "cases", "text=李某乙");
  const row = (queue.rows as { caseId: string }[])[0];
  const caseId = String(row?.caseId);
  await done(clerk, "enter-case-number", { caseId, number: "(2026)京0107民初8102号" });
  await done(clerk, "set-team", { caseId, teamId: teamId("t-1") });
  const page = await list(coordinator, "case-page", `caseId=${caseId}`);
  const parties = (page.parties as { partyId?: string; id?: string; side: string }[]).map((one) => ({
    id: String(one.partyId ?? one.id),
    side: one.side,
  }));
  for (const party of parties)
    await done(clerk, "record-consent", { caseId, partyId: party.id, decision: "agreed", how: "phone" });

  // 3 assign
  const ranked = await list(coordinator, "candidates", `caseId=${caseId}`);
  expect(JSON.stringify(ranked)).toContain(personId("mediator"));
  await done(coordinator, "assign-mediator", {
    caseId,
    mediatorId: personId("mediator"),
    orgId: orgId("o-peoples"),
    reason: "擅长物业纠纷",
  });
  await done(mediator, "disclose-relation", { caseId, level: "none", words: "无利害关系" });
  await done(mediator, "accept-assignment", { caseId });

  // 4 book
  const slots = (await list(mediator, "slots", `caseId=${caseId}&minutes=60`)).slots as {
    startAt: string;
    roomId?: string;
  }[];
  const slot = slots[0];
  if (!slot) throw new Error("no slot");
  const roomId = slot.roomId ?? (slot as { room?: { roomId?: string } }).room?.roomId;
  const wish = { caseIds: [caseId], startAt: slot.startAt, minutes: 60, mode: "onsite", roomId };
  const booked = await post(mediator, "book-session", wish, "one-key");
  expect(booked, JSON.stringify(booked.body)).toMatchObject({ status: 200 });
  expect(await post(mediator, "book-session", wish, "one-key")).toEqual(booked);
  expect(await post(mediator, "book-session", { ...wish, minutes: 90 }, "one-key")).toMatchObject({
    status: 409,
    body: { refusal: "idempotencyMismatch" },
  });
  const sessionId = String(booked.body.sessionId);

  // 5 invite
  expect(await drainCourt(c.deps, "bj0107")).toBeGreaterThan(0);
  const [mail] = await c.owner`select count(*)::int as n from demo_messages where body ? 'calendar'`;
  expect(mail?.n).toBeGreaterThan(0);

  // 6 hold and record
  c.clock.set(MORNING.plus({ days: 1 }));
  await done(mediator, "open-session", {
    sessionId,
    identityChecked: true,
    rightsRead: true,
    attendances: parties.map((party) => ({ partyId: party.id, status: "present", identityChecked: true })),
  });
  await done(mediator, "write-note", {
    caseId,
    sessionId,
    kind: "caucus",
    side: "respondent",
    words: "被申请人愿付八成",
  });
  await done(mediator, "record-undisputed-facts", {
    caseId,
    add: [{ text: "双方存在物业服务合同关系。", source: "bothSaid" }],
  });
  for (const party of parties)
    await done(mediator, "sign-undisputed-facts", { caseId, partyId: party.id, how: "paper" });
  await done(mediator, "close-session", { sessionId, results: [{ caseId, result: "agreed" }] });

  // 7 agree
  const [claimant, respondent] = ["claimant", "respondent"].map((side) =>
    String(parties.find((one) => one.side === side)?.id),
  );
  const terms = {
    mainFacts: "被告欠付物业服务费。",
    obligations: [
      {
        kind: "pay",
        obligorId: respondent,
        obligeeId: claimant,
        amountFen: 400_000,
        dueOn: "2026-12-20",
        channel: "汇入原告账户",
      },
    ],
    defaultClause: "acceleration",
    feeSplit: "respondent",
    finality: true,
  };
  expect(await done(mediator, "draft-agreement", { caseId, route: "confirm", terms })).toMatchObject({
    missing: [],
  });
  for (const party of parties)
    await done(mediator, "sign-agreement", { caseId, signer: "party", partyId: party.id, how: "paper" });
  await done(mediator, "sign-agreement", { caseId, signer: "mediator" });
  await done(mediator, "sign-agreement", { caseId, signer: "organisation" });
  for (const party of parties)
    await done(mediator, "sign-application", { caseId, partyId: party.id, how: "paper" });

  // 8 hand over
  await done(mediator, "hand-over", { caseId });

  // 9 review
  const waiting = await list(judge, "reviews", "lane=settled");
  expect(JSON.stringify(waiting)).toContain(caseId);
  await done(judge, "take-up", { caseId });
  const review = JSON.stringify(await list(judge, "review-page", `caseId=${caseId}`));
  expect(review).not.toContain("愿付八成");
  for (const item of JUDGE_ITEMS) await done(judge, "check-item", { caseId, item, answer: "yes" });
  await done(judge, "confirm-agreement", { caseId });
  const documents = (await list(courtClerk, "documents", `caseId=${caseId}`)).documents as {
    documentId: string;
    kind: string;
    fileId: string;
  }[];
  const ruling = documents.find((one) => one.kind === "rulingConfirmed");
  if (!ruling) throw new Error("no ruling");
  await done(courtClerk, "enter-document-number", {
    caseId,
    documentId: ruling.documentId,
    number: "(2026)京0107诉前调确15号",
  });
  const current = (
    (await list(courtClerk, "documents", `caseId=${caseId}`)).documents as {
      documentId: string;
      kind: string;
      fileId: string;
    }[]
  ).find((one) => one.kind === "rulingConfirmed");
  for (const party of parties)
    await done(courtClerk, "record-service", {
      caseId,
      documentId: current?.documentId,
      partyId: party.id,
      how: "inPerson",
      servedOn: "2026-11-24",
    });
  const file = (await download(
    args(
      `/api/v1/files/${current?.fileId}`,
      { headers: { Authorization: `Bearer ${judge}` } },
      { id: String(current?.fileId) },
    ),
  )) as Response;
  expect(file.headers.get("Content-Type")).toContain("wordprocessingml");

  expect((await verifyRecords(c.deps)).broken).toBeNull();
});

it("answers 401, 403, 404 and 422 without telling more", async () => {
  const clerk = await bearer("clerk", "clerk");
  const auditor = await bearer("auditor");
  expect((await post("bj0107-nobody-nobody-nobody-nobody", "register-case", {})).status).toBe(401);
  expect((await post(auditor, "register-case", { causeCode: "126" })).status).toBe(403);
  expect((await post(clerk, "no-such-verb", {})).status).toBe(404);
  expect(await post(clerk, "register-case", { causeCode: "nonsense" })).toMatchObject({
    status: 422,
    body: { refusal: "invalidInput", fields: { causeCode: ["notChosen"] } },
  });
});

it("describes itself: openapi.json is valid OpenAPI 3.1", async () => {
  const { validate } = await import("@readme/openapi-parser");
  const document = await ((await specification(args("/api/v1/openapi.json", {}, {}))) as Response).json();
  expect(document.openapi).toBe("3.1.0");
  expect(await validate(structuredClone(document))).toMatchObject({ valid: true });
});
