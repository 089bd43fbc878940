import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { schema } from "#db/client";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { termsSchema } from "~/domain/mediation/agreement";
import type { FormAnswer } from "~/routes/_staff/refusal.server";
import { loader as casePage } from "~/routes/_staff.cases_.$id/route";
import { loader as actForm, action as actOn } from "~/routes/_staff.cases_.$id_.act.$event/route";
import { action as enterNumber } from "~/routes/_staff.cases_.$id_.number/route";
import { action as newCase, loader as newForm } from "~/routes/_staff.cases_.new/route";
import { personId, seedCourt, teamId } from "~/services/demo/seed-court.server";
import { startSignIn } from "~/services/sign-in.server";
import { addResource, caseInMediation, MORNING, type TestCourt, useCourt } from "../services/court";
import { dispute } from "../services/invented";

/* Acts that are no event of the case table, or had no page: by the small forms, as a person in the role sends them. */
const court = useCourt();
const cookies = new Map<string, string>();
let c: TestCourt;
let caseId: string;

beforeAll(async () => {
  c = court();
  await seedCourt(c.deps, c.fresh.ownerUrl, MORNING.minus({ years: 1 }));
});

beforeEach(async () => {
  caseId = await caseInMediation(c, { mediatorId: personId("mediator") });
});

async function cookieOf(login: string): Promise<string> {
  const known = cookies.get(login);
  if (known) return known;
  const signed = await startSignIn(c.deps, { login, password: DEMO_PASSWORD }, "127.0.0.1");
  if (!signed.ok) throw new Error(signed.refusal);
  cookies.set(login, `signIn=${signed.secret}`);
  return `signIn=${signed.secret}`;
}

type Sent = { to: string } | { answer: FormAnswer };
type Work = (args: never) => Promise<unknown>;
type Form = Record<string, string | File>;

async function call(login: string, work: Work, params: object, form?: Form): Promise<unknown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value);
  const headers = { Cookie: await cookieOf(login) };
  const url = "http://127.0.0.1:3000/cases";
  const request = new Request(url, form ? { method: "POST", headers, body } : { headers });
  const context = { deps: c.deps, demo: true, cspNonce: "", address: "" };
  return work({ request, params, context } as never);
}

/** Sends a form: where it leads, or the form again with what was wrong. */
async function send(login: string, work: Work, params: object, form: Form): Promise<Sent> {
  try {
    const answer = (await call(login, work, params, { _key: uuidv7(), ...form })) as
      | Response
      | { data: FormAnswer };
    return answer instanceof Response
      ? { to: String(answer.headers.get("Location")) }
      : { answer: answer.data };
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 303)
      return { to: String(thrown.headers.get("Location")) };
    throw thrown;
  }
}

const doAct = (login: string, event: string, form: Form = {}) =>
  send(login, actOn, { id: caseId, event }, form);
const besideOf = async (login: string) =>
  ((await call(login, casePage, { id: caseId })) as Awaited<ReturnType<typeof casePage>>).beside;
const row = async () => (await c.owner`select * from cases where id = ${caseId}`)[0];

it("puts a case into a team and takes it out, for those who may change the case", async () => {
  expect(await besideOf("clerk")).toContainEqual({ name: "setTeam", isAside: true });
  expect(await besideOf("leader")).toEqual([]);
  expect(await doAct("clerk", "setTeam", { teamId: teamId("t-2") })).toEqual({
    to: `/cases/${caseId}?done=setTeam`,
  });
  expect((await row())?.team_id).toBe(teamId("t-2"));
  const form = (await call("clerk", actForm, { id: caseId, event: "setTeam" })) as { teamId: string };
  expect(form.teamId).toBe(teamId("t-2"));
  await doAct("clerk", "setTeam", { teamId: "" });
  expect((await row())?.team_id).toBeNull();
  await expect(call("leader", actForm, { id: caseId, event: "setTeam" })).rejects.toMatchObject({
    status: 302,
  });
});

it("asks for the report that a failed mediation lacks, and takes a better one", async () => {
  expect((await besideOf("mediator")).map((one) => one.name)).not.toContain("reportTermination");
  await c.owner`update cases set stage = 'failed', mediation_end = 'tooFarApart' where id = ${caseId}`;
  expect(await besideOf("mediator")).toContainEqual({ name: "reportTermination", isAside: false });
  const bare = await doAct("mediator", "reportTermination");
  expect(bare).toMatchObject({ answer: { fields: { reason: [expect.any(String)] } } });
  expect(await doAct("mediator", "reportTermination", { reason: "双方对金额分歧较大" })).toMatchObject({
    to: `/cases/${caseId}?done=reportTermination`,
  });
  const reports = () =>
    c.owner`select 1 from documents where case_id = ${caseId} and kind = 'terminationReport'`;
  expect(await reports()).toHaveLength(1);
  expect(await besideOf("mediator")).toContainEqual({ name: "reportTermination", isAside: true });
});

it("records the authority of one of the agents, where there is an agent", async () => {
  expect((await besideOf("mediator")).map((one) => one.name)).not.toContain("recordAuthority");
  const agentId = uuidv7();
  const resourceId = await addResource(c, "agent");
  const [party] = await c.owner`select id from parties where case_id = ${caseId} and side = 'claimant'`;
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.agents).values({
      courtId: "bj0107",
      id: agentId,
      caseId,
      partyId: party?.id,
      name: "吴律师",
      authority: "general",
      resourceId,
    }),
  );
  await doAct("mediator", "recordAuthority", { agentId, authority: "special" });
  const [agent] = await c.owner`select authority from agents where id = ${agentId}`;
  expect(agent?.authority).toBe("special");
});

/** A case whose agreement is being performed, with these payments still owed. */
async function owing(...dues: { dueOn: string; amountFen: number }[]): Promise<string[]> {
  await c.owner`update cases set stage = 'performing' where id = ${caseId}`;
  const agreementId = uuidv7();
  const ids = dues.map(() => uuidv7());
  await c.db.withCourt("bj0107", async (tx) => {
    const parties = await tx.query.parties.findMany({ where: (p, { eq }) => eq(p.caseId, caseId) });
    const of = (side: string) => parties.find((one) => one.side === side)?.id ?? "";
    await tx.insert(schema.agreements).values({
      courtId: "bj0107",
      id: agreementId,
      caseId,
      version: 1,
      status: "effective",
      route: "confirm",
      terms: termsSchema.parse({ obligations: [] }),
      contentHash: "",
      effectiveAt: MORNING,
      createdAt: MORNING,
    });
    await tx.insert(schema.obligations).values(
      dues.map((due, index) => ({
        courtId: "bj0107",
        id: ids[index] as string,
        caseId,
        agreementId,
        obligorId: of("respondent"),
        obligeeId: of("claimant"),
        ordinal: 1,
        instalment: dues.length > 1 ? index + 1 : 0,
        kind: "pay" as const,
        ...due,
      })),
    );
  });
  return ids;
}
const performedOn = async () =>
  (
    await c.owner<
      { on: string | null }[]
    >`select performed_on::text as on from obligations where case_id = ${caseId} order by instalment`
  ).map((one) => one.on);

it("closes a case as performed only with proof or nothing left", async () => {
  await owing({ dueOn: "2026-12-31", amountFen: 936_000 });
  const before = await c.owner`select 1 from records where case_id = ${caseId}`;
  expect(await doAct("finance", "recordPerformed", { performedOn: "2026-11-20" })).toMatchObject({
    answer: { message: expect.stringContaining("还有义务没有履行") },
  });
  expect(await c.owner`select 1 from records where case_id = ${caseId}`).toHaveLength(before.length);
  await doAct("finance", "recordPerformed", { performedOn: "2026-11-20", withProof: "on" });
  expect(await row()).toMatchObject({ stage: "closed", close_reason: "performed" });
  expect(await performedOn()).toEqual(["2026-11-20"]);
});

it("enters dues one by one with what proves them, and closes with the last", async () => {
  const [first, last] = await owing(
    { dueOn: "2026-11-20", amountFen: 400_000 },
    { dueOn: "2026-12-31", amountFen: 536_000 },
  );
  const page = async (login: string) =>
    (await call(login, casePage, { id: caseId })) as Awaited<ReturnType<typeof casePage>>;
  expect((await page("coordinator")).dues).toMatchObject([
    { obligationId: first, instalment: 1, status: "overdue" },
    { obligationId: last, instalment: 2, status: "notDue" },
  ]);
  const form = async () =>
    (await call("coordinator", actForm, { id: caseId, event: "recordPerformed" })) as Awaited<
      ReturnType<typeof actForm>
    >;
  expect((await form()).dues.map((due) => due.obligationId)).toEqual([first, last]);
  const proofFile = new File([Buffer.from("付款,凭证\n")], "凭证.csv");
  expect(
    await doAct("coordinator", "recordPerformed", {
      obligationIds: first as string,
      performedOn: "2026-11-20",
      proofFile,
    }),
  ).toEqual({ to: `/cases/${caseId}?done=recordPerformed` });
  expect(await row()).toMatchObject({ stage: "performing" });
  expect(await performedOn()).toEqual(["2026-11-20", null]);
  expect((await form()).dues.map((due) => due.obligationId)).toEqual([last]);
  const [kept] =
    await c.owner`select f.name from records r join files f on f.id::text = r.data->>'proofFileId'
    where r.case_id = ${caseId} and r.verb = 'record-performed' and f.case_id = ${caseId}`;
  expect(kept?.name).toBe("凭证.csv");
  expect(await doAct("coordinator", "recordPerformed", { obligationIds: first as string })).toMatchObject({
    answer: { fields: { obligationIds: [expect.any(String)] } },
  });
  await doAct("coordinator", "recordPerformed", { obligationIds: last as string });
  expect(await row()).toMatchObject({ stage: "closed", close_reason: "performed" });
  expect((await page("coordinator")).dues).toBeNull();
});

it("takes as proof only a file of the case itself", async () => {
  const [due] = await owing({ dueOn: "2026-12-31", amountFen: 100 });
  expect(
    await doAct("coordinator", "recordPerformed", { obligationIds: due as string, proofFileId: uuidv7() }),
  ).toMatchObject({ answer: { fields: { proofFileId: [expect.any(String)] } } });
  expect(await performedOn()).toEqual([null]);
});

it("issues a number for a blank field where the court does so, and misses it elsewhere", async () => {
  await c.owner`update cases set stage = 'submitted', case_no = null where id = ${caseId}`;
  const submit = () => send("clerk", enterNumber, { id: caseId }, { number: "", purpose: "firstInstance" });
  expect(await submit()).toMatchObject({ answer: { fields: { number: ["请填写"] } } });
  await c.owner`insert into court_settings (court_id, key, valid_from, value) values ('bj0107', 'issuesCaseNumbers', '2026-01-01', 'true')`;
  expect(await submit()).toEqual({ to: `/cases/${caseId}?done=registerCase` });
  expect((await row())?.case_no).toMatch(/^\(2026\)京0107民初\d+号$/);
});

it("takes a new case into a team, and says what is wrong with an amount", async () => {
  const blank = (await call("clerk", newForm, {})) as Awaited<ReturnType<typeof newForm>>;
  expect(blank.teams.map((team) => team.id)).toContain(teamId("t-3"));
  const { parties, causeCode, claims, facts } = dispute(77);
  const form: Record<string, string> = { intake: "LAWSUIT", causeCode, claims, facts, teamId: teamId("t-3") };
  parties.forEach((party, n) => {
    for (const [name, value] of Object.entries(party))
      if (typeof value === "string") form[`parties.${n}.${name}`] = value;
  });
  const wrong = await send("clerk", newCase, {}, { ...form, amount: "9360.505" });
  expect(JSON.stringify(wrong)).toContain("小数超过两位");
  const sent = await send("clerk", newCase, {}, { ...form, amount: "9,360.50" });
  const id = /cases\/([0-9a-f-]{36})/.exec("to" in sent ? sent.to : JSON.stringify(sent))?.[1];
  const [made] = await c.owner`select team_id, amount_fen::int as fen from cases where id = ${id ?? ""}`;
  expect(made).toEqual({ team_id: teamId("t-3"), fen: 936_050 });
});
