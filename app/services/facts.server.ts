import { and, desc, eq, ne } from "drizzle-orm";
import { schema, type Tx, together } from "#db/client";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { explainClock, isOver } from "~/domain/cases/clocks";
import type { AssignmentFacts, CaseFacts, CauseFlags, ClockFacts, PartyFacts } from "~/domain/cases/facts";
import { type AssignmentId, asId, type MediatorId, type PartyId } from "~/domain/ids";
import { causeOf } from "~/domain/intake/causes";
import { isUndisputed } from "~/domain/mediation/undisputed-facts";
import { isFailedContact } from "~/domain/notices/contacts";
import { agreementFacts, performanceFacts } from "./agreement-facts.server";
import { courtCalendar } from "./calendar.server";
import { asClock, limitingClock, runningClocks } from "./clocks.server";
import type { CaseRow, Command } from "./command.server";
import { factsRecorded } from "./package-sources.server";
import { archiveMissing, intakeMissing, packageMissing, reviewFacts, titleOf } from "./review-facts.server";
import { rulingServed } from "./served.server";

const ofCase = (
  t: { courtId: typeof schema.parties.courtId; caseId: typeof schema.parties.caseId },
  row: CaseRow,
) => and(eq(t.courtId, row.courtId), eq(t.caseId, row.id));

async function partyFacts(tx: Tx, row: CaseRow): Promise<PartyFacts[]> {
  const p = schema.parties;
  const c = schema.consents;
  const a = schema.contactAttempts;
  const parties = await tx
    .select({ id: p.id, side: p.side })
    .from(p)
    .where(ofCase(p, row))
    .orderBy(p.side, p.ordinal);
  const consents = await tx
    .select({ partyId: c.partyId, decision: c.decision })
    .from(c)
    .where(and(eq(c.courtId, row.courtId), eq(c.caseId, row.id), eq(c.kind, "mediation")))
    .orderBy(c.recordedAt, c.id);
  const tries = await tx
    .select({ partyId: a.partyId, result: a.result })
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)));
  return parties.map((party) => ({
    partyId: asId<PartyId>(party.id),
    side: party.side,
    mediation: consents.filter((one) => one.partyId === party.id).at(-1)?.decision ?? null,
    failedContactTries: tries.some((one) => one.partyId === party.id && one.result === "answered")
      ? 0
      : tries.filter((one) => one.partyId === party.id && isFailedContact(one.result)).length,
  }));
}

async function assignmentFacts(tx: Tx, row: CaseRow): Promise<AssignmentFacts | null> {
  const t = schema.assignments;
  const [one] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.caseId, row.id), ne(t.status, "ended")))
    .orderBy(desc(t.offeredAt))
    .limit(1);
  if (!one || one.status === "ended") return null;
  const d = schema.disclosures;
  const disclosures = await tx
    .select({ level: d.level })
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.assignmentId, one.id)));
  const c = schema.consents;
  const signed = await tx
    .select({ partyId: c.partyId })
    .from(c)
    .where(
      and(
        eq(c.courtId, row.courtId),
        eq(c.caseId, row.id),
        eq(c.kind, "goOn"),
        eq(c.subjectId, one.id),
        eq(c.decision, "agreed"),
      ),
    );
  return {
    assignmentId: asId<AssignmentId>(one.id),
    status: one.status,
    mediatorId: one.mediatorId ? asId<MediatorId>(one.mediatorId) : null,
    disclosureFiled: disclosures.length > 0,
    needsConsentToGoOn: disclosures.some((disclosure) => disclosure.level === "waivable"),
    goOnSignedBy: signed.map((row) => asId<PartyId>(row.partyId)),
  };
}

async function sessionFacts(tx: Tx, row: CaseRow): Promise<CaseFacts["sessions"]> {
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const rows = await tx
    .select({ status: s.status })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .where(and(eq(sc.courtId, row.courtId), eq(sc.caseId, row.id)));
  const of = (status: string) => rows.filter((one) => one.status === status).length;
  return { booked: of("planned"), open: of("open"), held: of("held") };
}

async function undisputed(
  tx: Tx,
  row: CaseRow,
  parties: readonly PartyFacts[],
): Promise<CaseFacts["undisputedFacts"]> {
  const facts = await factsRecorded(tx, row);
  return { recorded: facts.length, signed: facts.filter((fact) => isUndisputed(fact, parties)).length };
}

function causeFlags(code: string): CauseFlags {
  const cause = causeOf(code);
  if (!cause) throw new Error(`unknown cause ${code}`);
  return cause;
}

/** Everything `decide` may look at, gathered under the case's lock (or read for a page). */
export async function factsOf(
  command: Pick<Command<unknown>, "tx" | "now" | "today" | "settings">,
  row: CaseRow,
): Promise<CaseFacts> {
  const { tx, now, today, settings } = command;
  // Sent together: each is a question of its own, and a booking asks them while others wait for its case.
  const [
    parties,
    calendar,
    rows,
    agreement,
    missing,
    assignment,
    sessions,
    served,
    lacking,
    performance,
    open,
  ] = await together([
    partyFacts(tx, row),
    courtCalendar(tx, row.courtId),
    runningClocks(tx, row.courtId, row.id),
    agreementFacts(tx, row),
    intakeMissing(tx, row),
    assignmentFacts(tx, row),
    sessionFacts(tx, row),
    rulingServed(tx, row),
    packageMissing(tx, row),
    performanceFacts(tx, row, today),
    archiveMissing(tx, row),
  ]);
  const [facts, review] = await together([
    undisputed(tx, row, parties),
    reviewFacts(tx, row, settings, agreement),
  ]);
  const clocks: Partial<Record<ClockCode, ClockFacts>> = {};
  const limiting = limitingClock(rows);
  let extensionDays = 0;
  for (const one of rows) {
    const sentence = explainClock(asClock(one), calendar, today);
    clocks[one.rule] = { dueOn: sentence.dueOn, expired: isOver(sentence, now) };
    if (one.id === limiting?.id)
      extensionDays += one.extensions.reduce((sum, extension) => sum + extension.length, 0);
  }
  return {
    stage: row.stage,
    regime: row.regime,
    intake: row.intake,
    registered: row.caseNo !== null,
    cause: causeFlags(row.causeCode),
    parties,
    intakeMissing: missing,
    mediationEnd: row.mediationEnd,
    terminationReported: row.terminationReportedAt !== null,
    contactTriesRequired: settings.contactTries,
    assignment,
    replacements: row.replacements,
    flags: {
      suspended: row.suspendedAt !== null,
      recusalPending: row.recusalPendingAt !== null,
      appraisalRunning: row.appraisalSince !== null,
      convertedBefore: row.convertedAt !== null,
    },
    sessions,
    extensionDays,
    preservationUntil: row.preservationUntil,
    undisputedFacts: facts,
    agreement,
    clocks,
    rulingServed: served,
    packageMissing: lacking,
    fee: row.fee,
    review,
    performance,
    title: titleOf(row),
    archiveMissing: open,
  };
}
