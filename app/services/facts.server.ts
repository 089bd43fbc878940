import { and, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
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

const ofCase = (t: { courtId: PgColumn; caseId: PgColumn }, row: CaseRow) =>
  and(eq(t.courtId, row.courtId), eq(t.caseId, row.id));

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

type AssignmentRow = {
  id: string;
  status: "orgOffered" | "offered" | "accepted";
  mediator_id: string | null;
  levels: readonly string[];
  signed_by: readonly string[];
};

async function assignmentFacts(tx: Tx, { courtId, id }: CaseRow): Promise<AssignmentFacts | null> {
  const [one] = await tx.execute<AssignmentRow>(sql`
    select a.id, a.status, a.mediator_id,
      (select coalesce(json_agg(d.level), '[]') from disclosures d
        where d.court_id = a.court_id and d.assignment_id = a.id) as levels,
      (select coalesce(json_agg(c.party_id), '[]') from consents c where c.court_id = a.court_id and c.case_id = a.case_id
        and c.kind = 'goOn' and c.subject_id = a.id and c.decision = 'agreed') as signed_by
    from assignments a where a.court_id = ${courtId} and a.case_id = ${id}::uuid and a.status <> 'ended'
    order by a.offered_at desc limit 1`);
  if (!one) return null;
  return {
    assignmentId: asId<AssignmentId>(one.id),
    status: one.status,
    mediatorId: one.mediator_id ? asId<MediatorId>(one.mediator_id) : null,
    disclosureFiled: one.levels.length > 0,
    needsConsentToGoOn: one.levels.includes("waivable"),
    goOnSignedBy: one.signed_by.map((each) => asId<PartyId>(each)),
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

type At = Pick<Command<unknown>, "tx" | "now" | "today" | "settings">;

async function clockFacts(
  { tx, now, today }: At,
  row: CaseRow,
): Promise<Pick<CaseFacts, "clocks" | "extensionDays">> {
  const [calendar, rows] = await together([
    courtCalendar(tx, row.courtId),
    runningClocks(tx, row.courtId, row.id),
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
  return { clocks, extensionDays };
}

/** What stands on the case's own row. */
const onTheRow = ({ settings }: At, row: CaseRow) => ({
  stage: row.stage,
  regime: row.regime,
  intake: row.intake,
  registered: row.caseNo !== null,
  cause: causeFlags(row.causeCode),
  mediationEnd: row.mediationEnd,
  terminationReported: row.terminationReportedAt !== null,
  contactTriesRequired: settings.contactTries,
  replacements: row.replacements,
  flags: {
    suspended: row.suspendedAt !== null,
    recusalPending: row.recusalPendingAt !== null,
    appraisalRunning: row.appraisalSince !== null,
    convertedBefore: row.convertedAt !== null,
  },
  preservationUntil: row.preservationUntil,
  fee: row.fee,
  title: titleOf(row),
});

type Lasting = ReturnType<typeof onTheRow>;
export type FactToRead = Exclude<keyof CaseFacts, keyof Lasting>;
type Readers = { readonly [F in FactToRead]: () => Promise<CaseFacts[F]> };

/** A case's facts: those on its row, and how each of the others is read, once. */
export function factsToRead(at: At, row: CaseRow): { readonly known: Lasting; readonly read: Readers } {
  const { tx, today, settings } = at;
  const once = <T>(read: () => Promise<T>) => {
    let reading: Promise<T> | undefined;
    return () => {
      reading ??= read();
      return reading;
    };
  };
  const parties = once(() => partyFacts(tx, row));
  const clocks = once(() => clockFacts(at, row));
  const agreement = once(() => agreementFacts(tx, row));
  return {
    known: onTheRow(at, row),
    read: {
      parties,
      agreement,
      clocks: async () => (await clocks()).clocks,
      extensionDays: async () => (await clocks()).extensionDays,
      intakeMissing: () => intakeMissing(tx, row),
      assignment: () => assignmentFacts(tx, row),
      sessions: () => sessionFacts(tx, row),
      rulingServed: () => rulingServed(tx, row),
      packageMissing: () => packageMissing(tx, row),
      performance: () => performanceFacts(tx, row, today),
      archiveMissing: () => archiveMissing(tx, row),
      undisputedFacts: async () => undisputed(tx, row, await parties()),
      review: async () => reviewFacts(tx, row, settings, await agreement()),
    },
  };
}

/** Everything `decide` may look at, for pages, which ask about every event at once. */
export async function factsOf(at: At, row: CaseRow): Promise<CaseFacts> {
  const { known, read } = factsToRead(at, row);
  const names = Object.keys(read) as FactToRead[];
  const values = await together(names.map((name): Promise<unknown> => read[name]()));
  return { ...known, ...Object.fromEntries(names.map((name, n) => [name, values[n]])) } as CaseFacts;
}
