import { expect } from "vitest";
import { schema } from "#db/client";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import { acceptAssignment } from "~/services/accept-assignment.server";
import { allotTrack } from "~/services/allot-track.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { bookSession } from "~/services/book-session.server";
import { execute, type Verb } from "~/services/command.server";
import { personId, teamId } from "~/services/demo/seed-court.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { endMediation } from "~/services/end-mediation.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { handOver } from "~/services/hand-over.server";
import { partyLink } from "~/services/party-links.server";
import { slotsQuery } from "~/services/queries-slots.server";
import { ask } from "~/services/query.server";
import { recordConsent } from "~/services/record-consent.server";
import { recordFee } from "~/services/record-fee.server";
import { registerCase } from "~/services/register-case.server";
import { sendFeeNotice } from "~/services/send-fee-notice.server";
import { actorIn } from "../services/court";
import { dispute } from "../services/invented";
import { COURT } from "./seat";
import type { Site } from "./site";

/* Cases that are ready for a time, made by the verbs: how they get there is another journey. */

export const as = (login: string, role: Role) => actorIn(COURT, role, { userId: personId(login) });

export async function does(site: Site, actor: UserActor, verb: Verb, input: object): Promise<void> {
  const done = await execute(site.deps, actor, verb, input);
  if (!done.ok) throw new Error(`${verb.name}: ${JSON.stringify(done)}`);
}

/** One side of a ready case: its name, its link, and the end of its identity number, which opens what is personal. */
export type ReadySide = { partyId: string; name: string; link: string; lastFour: string };
export type ReadyCase = {
  caseId: string;
  number: string;
  mediator: string;
  claimant: ReadySide;
  respondent: ReadySide;
};

/** A case with both consents and a mediator who has accepted: it may be given a time. */
export async function readyCase(site: Site, n: number, mediator = "mediator"): Promise<ReadyCase> {
  const clerk = as("clerk", "clerk");
  const made = await execute(site.deps, clerk, registerCase, dispute(n));
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { caseId } = made;
  const number = `(2026)京0107民初${8000 + n}号`;
  await does(site, clerk, enterCaseNumber, { caseId, number });
  const parties = (await site.deps.db.withCourt(COURT, (tx) => tx.select().from(schema.parties))).filter(
    (one) => one.caseId === caseId,
  );
  for (const { id } of parties)
    await does(site, clerk, recordConsent, { caseId, partyId: id, decision: "agreed" });
  await does(site, as("coordinator", "coordinator"), assignMediator, {
    caseId,
    mediatorId: personId(mediator),
  });
  await does(site, as(mediator, "mediator"), discloseRelation, { caseId, level: "none" });
  await does(site, as(mediator, "mediator"), acceptAssignment, { caseId });
  const sideOf = async (side: "claimant" | "respondent"): Promise<ReadySide> => {
    const party = parties.find((one) => one.side === side);
    const told = dispute(n).parties.find((one) => one.side === side);
    if (!party || !told) throw new Error(side);
    const link = await partyLink(site.deps, COURT, { caseId, partyId: party.id, side });
    return {
      partyId: party.id,
      name: told.name,
      link: new URL(link).pathname,
      lastFour: told.idNumber.slice(-4),
    };
  };
  return {
    caseId,
    number,
    mediator,
    claimant: await sideOf("claimant"),
    respondent: await sideOf("respondent"),
  };
}

/** A ready case that fails and is tried in summary procedure, by the verbs. */
export async function toTrial(site: Site, { caseId, mediator }: ReadyCase): Promise<void> {
  const reason = "双方分歧过大";
  await does(site, as(mediator, "mediator"), endMediation, { caseId, endCode: "tooFarApart", reason });
  await does(site, as("clerk", "clerk"), sendFeeNotice, { caseId });
  await does(site, as("finance", "finance"), recordFee, { caseId, as: "paid" });
  await does(site, as(mediator, "mediator"), handOver, { caseId });
  const allotted = { caseId, track: "fastTrack", procedure: "summary", teamId: teamId("t-1") };
  await does(site, as("coordinator", "coordinator"), allotTrack, allotted);
}

const MINUTES = 45;

/** The free times of this day on site for these cases together, the best first. */
export async function freeOn(site: Site, on: string, ...cases: ReadyCase[]) {
  const [first, ...others] = cases;
  if (!first) throw new Error("no case");
  const found = await ask(site.deps, as(first.mediator, "mediator"), slotsQuery, {
    caseId: first.caseId,
    with: others.map((one) => one.caseId),
    from: on,
    days: 1,
    mode: "onsite",
    minutes: MINUTES,
  });
  if (!found.ok || !found.slots.length) throw new Error(`no time on ${on}: ${JSON.stringify(found)}`);
  return found.slots;
}

/** Books the best time of this day on site for these cases together. Gives the session's id. */
export async function bookedOn(site: Site, on: string, ...cases: ReadyCase[]): Promise<string> {
  const [slot] = await freeOn(site, on, ...cases);
  const mediator = as(cases[0]?.mediator ?? "", "mediator");
  const caseIds = cases.map((one) => one.caseId);
  const time = { startAt: slot?.startAt, roomId: slot?.roomId, minutes: MINUTES, mode: "onsite" };
  const booked = await execute(site.deps, mediator, bookSession, { caseIds, ...time });
  if (!booked.ok) throw new Error(JSON.stringify(booked));
  return booked.sessionId;
}

/** When the session takes place now, as an instant. */
export async function startOf(site: Site, sessionId: string): Promise<string> {
  const booked = await site.deps.db.withCourt(COURT, (tx) => tx.select().from(schema.bookings));
  const own = booked.find((one) => one.sessionId === sessionId && one.status === "booked");
  return own?.during.start.toUTC().toISO() ?? "";
}

/** The code on the notice of a session that a party got, which the worker sends in its own time. */
export async function noticeCodeOf(site: Site, partyId: string): Promise<string> {
  let code = "";
  await expect
    .poll(
      async () => {
        const notices = await site.deps.db.withCourt(COURT, (tx) => tx.select().from(schema.notices));
        code = notices.find((one) => one.recipientId === partyId && one.kind === "invitation")?.code ?? "";
        return code;
      },
      { timeout: 90_000, interval: 250, message: `a notice to ${partyId}` },
    )
    .not.toBe("");
  return code;
}

export async function someRoom(site: Site): Promise<string> {
  const [room] = await site.deps.db.withCourt(COURT, (tx) => tx.select().from(schema.rooms).limit(1));
  return room?.id ?? "";
}
