import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { schema } from "#db/client";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import type { Actor, PartyActor } from "~/domain/policy/actor";
import { acceptAssignment } from "~/services/accept-assignment.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { execute, type Verb } from "~/services/command.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { recordConsent } from "~/services/record-consent.server";
import { registerCase } from "~/services/register-case.server";
import { actorIn, type TestCourt } from "./court";
import { dispute } from "./invented";

export const clerk = actorIn("bj0107", "clerk");
export const coordinator = actorIn("bj0107", "coordinator");

/** Runs a verb that is expected to succeed. */
export async function done<S extends z.ZodType, O extends object>(
  court: TestCourt,
  actor: Actor,
  verb: Verb<S, O>,
  input: object,
): Promise<O> {
  const answer = await execute(court.deps, actor, verb, input);
  if (!answer.ok) throw new Error(`${verb.name}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Runs a verb that is expected to be refused, and answers why. */
export async function refused<S extends z.ZodType, O extends object>(
  court: TestCourt,
  actor: Actor,
  verb: Verb<S, O>,
  input: object,
) {
  const answer = await execute(court.deps, actor, verb, input);
  if (answer.ok) throw new Error(`${verb.name} was not refused`);
  return answer;
}

export const caseOf = (court: TestCourt, id: string) =>
  court.db.withCourt("bj0107", async (tx) => {
    const [row] = await tx
      .select()
      .from(schema.cases)
      .where(and(eq(schema.cases.courtId, "bj0107"), eq(schema.cases.id, id)));
    if (!row) throw new Error("no such case");
    return row;
  });

export const partiesOf = (court: TestCourt, caseId: string) =>
  court.db.withCourt("bj0107", (tx) =>
    tx
      .select()
      .from(schema.parties)
      .where(and(eq(schema.parties.courtId, "bj0107"), eq(schema.parties.caseId, caseId)))
      .orderBy(schema.parties.side, schema.parties.ordinal),
  );

export const partyActor = (
  caseId: string,
  party: { id: string; side: "claimant" | "respondent" },
): PartyActor => ({
  kind: "party",
  courtId: asCourtId("bj0107"),
  caseId: asId<CaseId>(caseId),
  side: party.side,
  partyId: asId<PartyId>(party.id),
  linkId: asId<LinkId>(uuidv7()),
});

export const registered = async (court: TestCourt, n: number) =>
  (await done(court, clerk, registerCase, dispute(n))).caseId;

/** Registered with the court's number, so that consent is asked. */
export async function atConsent(court: TestCourt, n: number): Promise<string> {
  const caseId = await registered(court, n);
  await done(court, clerk, enterCaseNumber, { caseId, number: `（2026）京0107民初${n}号` });
  return caseId;
}

/** Both sides have agreed; a mediator is to be found. */
export async function atSelecting(court: TestCourt, n: number): Promise<string> {
  const caseId = await atConsent(court, n);
  for (const party of await partiesOf(court, caseId))
    await done(court, coordinator, recordConsent, { caseId, partyId: party.id, decision: "agreed" });
  return caseId;
}

type Member = Partial<typeof schema.rosterMembers.$inferInsert>;

/** Somebody on the roster of 石景山. */
export async function addMember(
  court: TestCourt,
  of: Member = {},
  personId: string = uuidv7(),
): Promise<string> {
  await court.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.rosterMembers).values({
      courtId: "bj0107",
      personId,
      kind: "mediator",
      category: "peoples",
      name: "周某某",
      nameEn: "Zhou",
      causeCodes: ["126"],
      languages: [],
      mode: "resident",
      maxOpen: 10,
      ...of,
    }),
  );
  return personId;
}

export async function addOrganisation(court: TestCourt, kind = "peoples"): Promise<string> {
  const id = uuidv7();
  await court.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.organisations).values({
      courtId: "bj0107",
      id,
      name: "联合人民调解委员会",
      nameEn: "Joint Committee",
      kind,
      causeCodes: [],
      address: "石景山区",
    }),
  );
  return id;
}

export const mediatorActor = (userId: string) => actorIn("bj0107", "mediator", { userId });

/** A mediator whose time can be taken. */
export async function addMediator(court: TestCourt, of: Member = {}): Promise<string> {
  const id = await addMember(court, of);
  await court.db.withDirectory((tx) =>
    tx.insert(schema.resources).values({ homeId: id, id, kind: "mediator" }),
  );
  return id;
}

/** Assigned to a mediator who has nothing to disclose and accepted. */
export async function inMediation(court: TestCourt, n: number, mediatorId: string): Promise<string> {
  const caseId = await atSelecting(court, n);
  await done(court, coordinator, assignMediator, { caseId, mediatorId });
  await done(court, mediatorActor(mediatorId), discloseRelation, { caseId, level: "none" });
  await done(court, mediatorActor(mediatorId), acceptAssignment, { caseId });
  return caseId;
}
