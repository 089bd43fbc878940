import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import type { z } from "zod";
import { schema } from "#db/client";
import { asId, type PersonId } from "~/domain/ids";
import type { Actor, PartyActor, UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import type { Result } from "~/domain/result";
import { JUDGE_ITEMS } from "~/domain/review/checklist";
import { bookSession } from "~/services/book-session.server";
import { checkItem } from "~/services/check-item.server";
import { closeSession } from "~/services/close-session.server";
import { execute, type Verb } from "~/services/command.server";
import { draftAgreement } from "~/services/draft-agreement.server";
import { handOver } from "~/services/hand-over.server";
import { openSession } from "~/services/open-session.server";
import { reviewPageQuery } from "~/services/queries-review-page.server";
import { ask } from "~/services/query.server";
import { signAgreement } from "~/services/sign-agreement.server";
import { signApplication } from "~/services/sign-application.server";
import { actorIn, addResource, addRoom, caseInMediation, type TestCourt } from "./court";
import { partyActor } from "./desk";

export const COURT = "bj0107";

export type Cast = {
  caseId: string;
  mediatorId: string;
  judgeId: string;
  orgId: string;
  teamId: string;
  roomId: string;
  claimantId: string;
  respondentId: string;
  mediator: UserActor;
  coordinator: UserActor;
  judge: UserActor;
  courtClerk: UserActor;
  claimant: PartyActor;
  respondent: PartyActor;
};

/** Somebody with an account and a role in the court, for what looks grants up. */
export async function addPerson(
  court: TestCourt,
  role: Role,
  name: string,
  id: string = uuidv7(),
): Promise<string> {
  await court.owner`insert into people (id, login, name, password_hash, created_at) values (${id}, ${id}, ${name}, 'x', now()) on conflict do nothing`;
  await court.owner`insert into grants (id, court_id, person_id, role, valid_from) values (${uuidv7()}, ${COURT}, ${id}, ${role}, '2026-01-01')`;
  return id;
}

/** A case in mediation with an organisation that presides, a team with a judge, and everybody who acts on it. */
export async function castOf(court: TestCourt): Promise<Cast> {
  const mediatorId = await addResource(court, "mediator");
  await addPerson(court, "mediator", "李调解", mediatorId);
  const judgeId = await addPerson(court, "judge", "陈法官");
  const clerkId = await addPerson(court, "courtClerk", "周书记员");
  const orgId = uuidv7();
  const teamId = uuidv7();
  await court.db.withCourt(COURT, async (tx) => {
    await tx.insert(schema.organisations).values({
      courtId: COURT,
      id: orgId,
      name: "某区物业纠纷人民调解委员会",
      nameEn: "A mediation committee",
      kind: "peoples",
      causeCodes: [],
      address: "石景山区某街 2 号",
    });
    await tx
      .insert(schema.teams)
      .values({ courtId: COURT, id: teamId, name: "速裁一团队", nameEn: "Team 1", judgeId });
  });
  const caseId = await caseInMediation(court, {
    mediatorId,
    claimantResource: await addResource(court, "party"),
    respondentResource: await addResource(court, "party"),
  });
  await court.owner`update cases set org_id = ${orgId}, team_id = ${teamId} where id = ${caseId}`;
  const parties = await court.owner<{ id: string; side: "claimant" | "respondent" }[]>`
    select id, side from parties where case_id = ${caseId}`;
  const claimantId = parties.find((one) => one.side === "claimant")?.id as string;
  const respondentId = parties.find((one) => one.side === "respondent")?.id as string;
  const user = (role: Role, userId: string) => actorIn(COURT, role, { userId, teamIds: [teamId] });
  return {
    caseId,
    mediatorId,
    judgeId,
    orgId,
    teamId,
    roomId: await addRoom(court, COURT, "第一调解室"),
    claimantId,
    respondentId,
    mediator: user("mediator", mediatorId),
    coordinator: user("coordinator", asId<PersonId>(uuidv7())),
    judge: user("judge", judgeId),
    courtClerk: user("courtClerk", clerkId),
    claimant: partyActor(caseId, { id: claimantId, side: "claimant" }),
    respondent: partyActor(caseId, { id: respondentId, side: "respondent" }),
  };
}

/** Does an act that must succeed, and says which one did not. */
export async function does<S extends z.ZodType, O extends object>(
  court: TestCourt,
  actor: Actor,
  verb: Verb<S, O>,
  input: z.input<S>,
): Promise<O> {
  const answer: Result<O> = await execute(court.deps, actor, verb, input);
  expect(answer, verb.name).toMatchObject({ ok: true });
  return answer as { readonly ok: true } & O;
}

/** Does an act that must be refused with this code. */
export async function refuses<S extends z.ZodType, O extends object>(
  court: TestCourt,
  actor: Actor,
  verb: Verb<S, O>,
  input: z.input<S>,
  refusal: string,
): Promise<Result<O>> {
  const answer = await execute(court.deps, actor, verb, input);
  expect(answer, verb.name).toMatchObject({ ok: false, refusal });
  return answer;
}

/** Books the first room for an hour; without a start, for three this afternoon. */
export async function book(
  court: TestCourt,
  cast: Cast,
  startAt: string = court.clock
    .now()
    .setZone("Asia/Shanghai")
    .startOf("day")
    .plus({ hours: 15 })
    .toISO() as string,
): Promise<string> {
  const { sessionId } = await does(court, cast.mediator, bookSession, {
    caseIds: [cast.caseId],
    startAt,
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  return sessionId;
}

/** Books this afternoon, opens with both sides present and known, and closes with a result. */
export async function hold(
  court: TestCourt,
  cast: Cast,
  result: "agreed" | "notAgreed" = "agreed",
): Promise<string> {
  const sessionId = await book(court, cast);
  await does(court, cast.mediator, openSession, {
    sessionId,
    identityChecked: true,
    rightsRead: true,
    attendances: [cast.claimantId, cast.respondentId].map((partyId) => ({
      partyId,
      status: "present" as const,
      identityChecked: true,
    })),
  });
  await does(court, cast.mediator, closeSession, {
    sessionId,
    results: [{ caseId: cast.caseId, result }],
  });
  return sessionId;
}

export const terms = (cast: Pick<Cast, "claimantId" | "respondentId">, more: object = {}) => ({
  mainFacts: "被申请人拖欠 2024 年至 2025 年物业费",
  obligations: [
    {
      kind: "pay" as const,
      obligorId: cast.respondentId,
      obligeeId: cast.claimantId,
      amountFen: 936_000,
      instalments: [
        { dueOn: "2026-12-31", amountFen: 400_000 },
        { dueOn: "2027-01-31", amountFen: 536_000 },
      ],
      channel: "转账至申请人账户",
    },
  ],
  defaultClause: "acceleration" as const,
  feeSplit: "none" as const,
  finality: true,
  ...more,
});

/** Drafted, signed by both links, the mediator and the organisation. */
export async function agree(
  court: TestCourt,
  cast: Cast,
  route: "confirm" | "statement" | "performed" = "confirm",
  more: object = {},
): Promise<string> {
  const { caseId } = cast;
  const { agreementId } = await does(court, cast.mediator, draftAgreement, {
    caseId,
    route,
    terms: terms(cast, more),
  });
  await does(court, cast.claimant, signAgreement, { caseId });
  await does(court, cast.respondent, signAgreement, { caseId });
  await does(court, cast.mediator, signAgreement, { caseId, signer: "mediator" });
  const last = await does(court, cast.mediator, signAgreement, { caseId, signer: "organisation" });
  expect(last.completes).toBe(true);
  return agreementId;
}

export async function apply(court: TestCourt, cast: Cast): Promise<void> {
  await does(court, cast.claimant, signApplication, { caseId: cast.caseId });
  const last = await does(court, cast.respondent, signApplication, { caseId: cast.caseId });
  expect(last.completes).toBe(true);
}

export async function stageOf(court: TestCourt, caseId: string): Promise<string> {
  const [row] = await court.owner<{ stage: string }[]>`select stage from cases where id = ${caseId}`;
  return row?.stage ?? "";
}

/** Held, agreed, applied for and handed over. */
export async function handedOver(
  c: TestCourt,
  route: "confirm" | "statement" = "confirm",
  more: object = {},
): Promise<Cast> {
  const cast = await castOf(c);
  await hold(c, cast);
  await agree(c, cast, route, more);
  if (route === "confirm") await apply(c, cast);
  await does(c, cast.mediator, handOver, { caseId: cast.caseId });
  return cast;
}

/** The judge answers yes to all that is his to answer. */
export async function checkAll(c: TestCourt, cast: Cast): Promise<void> {
  const page = await ask(c.deps, cast.judge, reviewPageQuery, { caseId: cast.caseId });
  if (!page.ok) throw new Error(page.refusal);
  for (const item of JUDGE_ITEMS)
    if (page.checklist.some((one) => one.item === item))
      await does(c, cast.judge, checkItem, { caseId: cast.caseId, item, answer: "yes" });
}
