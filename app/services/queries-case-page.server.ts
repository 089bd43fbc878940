import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import { daysLeft, explainClock, toneOf } from "~/domain/cases/clocks";
import { allowedEvents } from "~/domain/cases/decide";
import type { EventName } from "~/domain/cases/events";
import type { CaseFacts } from "~/domain/cases/facts";
import { legalAct } from "~/domain/cases/regime";
import { OWNER_OF, PHASE_OF, type Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { type Ability, abilityOf } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import { courtCalendar } from "./calendar.server";
import { assignmentsShown } from "./case-assignments.server";
import { duesShown } from "./case-dues.server";
import { offerShown } from "./case-offer.server";
import { agreementShown, documentsShown, numbersShown, undisputedShown } from "./case-outcome.server";
import { contactLog, namesOfPeople, partiesShown } from "./case-people.server";
import { sessionsShown } from "./case-sessions.server";
import { timelineOf } from "./case-timeline.server";
import { namedOwner } from "./clock-owner.server";
import { asClock } from "./clocks.server";
import { type CaseRow, Forbidden } from "./command.server";
import { toEndOf } from "./expired-clocks.server";
import { factsOf } from "./facts.server";
import { type Question, query } from "./query.server";

const iso = (at: { toUTC(): { toISO(): string | null } } | null) => at?.toUTC().toISO() ?? null;

/** Buttons beside those of the case table; each is shown when the actor holds the ability on this case. */
const OTHER_BUTTONS = [
  "extend-limit",
  "name-clock-owner",
  "see-contacts-unmasked",
  "edit-contacts",
  "edit-case",
  "set-safety",
  "fill-elements",
  "view-safety",
  "view-candidates",
  "send-party-link",
  "issue-document",
  "upload-file",
  "view-notes",
  "write-note",
  "view-minutes",
  "view-agreement",
  "view-package",
  "view-review",
  "view-case-records",
] as const satisfies readonly Ability[];

/** Running clocks first, by due day: each with the values its sentence is made of. */
async function clocksShown(question: Question<unknown>, row: CaseRow) {
  const { tx, today, now } = question;
  const t = schema.clocks;
  const calendar = await courtCalendar(tx, row.courtId);
  const rows = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.caseId, row.id), isNull(t.endedAt)))
    .orderBy(asc(t.dueOn));
  const toEnd = (await toEndOf(question, [row.id])).get(row.id) ?? null;
  const owners = await namesOfPeople(
    tx,
    row.courtId,
    rows.flatMap((one) => namedOwner(one, row) ?? []),
  );
  return rows.map((one) => {
    const owner = namedOwner(one, row);
    const sentence = explainClock(asClock(one), calendar, today);
    return {
      clockId: one.id,
      sentence,
      daysLeft: daysLeft(sentence, now),
      tone: toneOf(sentence, now),
      calendarVersion: one.calendarVersion,
      owner: (owner && owners.get(owner)) || null,
      // Who is named by hand need not have the role that the rule speaks of.
      ownerRole: owner === namedOwner({ ...one, ownerId: null }, row) ? CLOCK_RULES[one.rule].owner : null,
      toEnd: one.expiredAt ? toEnd : null,
    };
  });
}

async function headerOf(tx: Tx, row: CaseRow) {
  const cause = causeOf(row.causeCode);
  const ids = [row.mediatorId, row.lawyerId, row.judgeId].filter((id) => id !== null);
  const names = await namesOfPeople(tx, row.courtId, ids);
  const o = schema.organisations;
  const t = schema.teams;
  const [org] = row.orgId
    ? await tx
        .select({ id: o.id, name: o.name, nameEn: o.nameEn })
        .from(o)
        .where(and(eq(o.courtId, row.courtId), eq(o.id, row.orgId)))
    : [];
  const [team] = row.teamId
    ? await tx
        .select({ id: t.id, name: t.name, nameEn: t.nameEn })
        .from(t)
        .where(and(eq(t.courtId, row.courtId), eq(t.id, row.teamId)))
    : [];
  const named = (id: string | null) => (id ? (names.get(id) ?? { id, name: "", nameEn: "" }) : null);
  return {
    caseId: row.id,
    registrationNo: row.registrationNo,
    caseNo: row.caseNo,
    stage: row.stage,
    phase: PHASE_OF[row.stage],
    owner: OWNER_OF[row.stage],
    regime: row.regime,
    intake: row.intake,
    legalAct: legalAct(row.caseNo !== null),
    causeCode: row.causeCode,
    cause: { zh: cause?.zh ?? row.causeCode, en: cause?.en ?? row.causeCode },
    amountFen: row.amountFen,
    facts: row.facts,
    claims: row.claims,
    procedureHint: row.procedureHint,
    claimantNames: row.claimantNames,
    respondentNames: row.respondentNames,
    mediator: named(row.mediatorId),
    lawyer: named(row.lawyerId),
    judge: named(row.judgeId),
    org: org ?? null,
    team: team ?? null,
    suspended: row.suspendedAt !== null,
    recusalPending: row.recusalPendingAt !== null,
    appraisalRunning: row.appraisalSince !== null,
    mediationEnd: row.mediationEnd,
    fee: row.fee,
    route: row.route,
    track: row.track,
    outcome: row.outcome,
    closeReason: row.closeReason,
    preservationUntil: row.preservationUntil,
    submittedAt: iso(row.submittedAt),
    registeredAt: iso(row.registeredAt),
    closedAt: iso(row.closedAt),
    createdAt: iso(row.createdAt),
    nextSessionAt: iso(row.nextSessionAt),
    version: row.version,
  };
}

/** Where the verb is not named like its event. */
const VERBS: Partial<Record<EventName, string>> = {
  draftCase: "register-case",
  submitCase: "resubmit-case",
  registerCase: "enter-case-number",
};

/** What this actor could do now: the table's events with the reason why not, and other doors that are open to him. */
function chancesOf({ actor, relations }: Question<unknown>, facts: CaseFacts) {
  return {
    events: allowedEvents(facts, actor)
      .filter(({ event }) => can(actor, abilityOf(event), relations).ok)
      .map(({ event, refusal }) => ({ event, verb: VERBS[event] ?? abilityOf(event), refusal })),
    abilities: OTHER_BUTTONS.filter((ability) => can(actor, ability, relations).ok),
  };
}

/** Stages in which it is watched whether the parties do what they agreed. */
const AFTER: readonly Stage[] = ["performing", "defaulted", "enforcement"];

/** Everything the case page of a member of staff shows, as plain JSON; instants ISO in UTC. Parties have a page of their own. */
export const casePageQuery = query({
  name: "case-page",
  ability: "view-case",
  input: z.object({
    caseId: z.string().uuid("idMalformed"),
    /** Timeline before this number of the record. */
    before: z.coerce.number().int().positive().optional().catch(undefined),
  }),
  run: async (question) => {
    const { tx, actor, relations, input, settings } = question;
    if (actor.kind === "party") throw new Forbidden("case-page");
    const row = question.theCase();
    const facts = await factsOf(question, row);
    const withData = can(actor, "view-case-records", relations).ok;
    return {
      header: await headerOf(tx, row),
      numbers: await numbersShown(tx, row),
      parties: await partiesShown(tx, row),
      clocks: await clocksShown(question, row),
      next: chancesOf(question, facts),
      facts: {
        contactTriesRequired: settings.contactTries,
        failedContactTries: facts.parties.map((party) => ({
          partyId: party.partyId as string,
          tries: party.failedContactTries,
        })),
        replacements: facts.replacements,
        packageMissing: facts.packageMissing,
      },
      timeline: await timelineOf(tx, row, {
        withData,
        seesChoices: can(actor, "view-chosen-times", relations).ok,
        before: input.before,
      }),
      contactLog: await contactLog(tx, row),
      assignments: await assignmentsShown(tx, row),
      sessions: await sessionsShown(tx, row),
      offer: await offerShown(question),
      documents: await documentsShown(tx, actor, row),
      undisputedFacts: await undisputedShown(tx, actor, row),
      agreement: can(actor, "view-agreement", relations).ok
        ? await agreementShown(tx, actor, row, facts)
        : null,
      dues:
        AFTER.includes(row.stage) &&
        (["view-agreement", "record-performed"] as const).some((one) => can(actor, one, relations).ok)
          ? await duesShown(tx, row, question.today)
          : null,
    };
  },
});
