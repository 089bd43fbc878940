import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { mediationRule } from "~/domain/cases/clock-rules";
import { type BatchKind, TO_PARTIES } from "~/domain/documents/batch-kinds";
import { documentDate } from "~/i18n/agreement-text";
import * as words from "~/i18n/documents";
import { formatMoney } from "~/i18n/format-money";
import { textFor } from "~/i18n/text";
import type { CaseHead, HeadParty } from "./case-head.server";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";
import { callingOf, documentParties } from "./document-parties.server";
import type { PaperData } from "./documents.server";
import { sessionNoticePaper } from "./notice-papers.server";

/** A kind and what it is filled with, kept together. */
export type BatchPaper = { [K in BatchKind]: { readonly kind: K; readonly data: PaperData<K> } }[BatchKind];

/** What papers of many cases are made from; asked for once for all of them. */
export type PaperFacts = {
  readonly heads: ReadonlyMap<string, CaseHead>;
  /** Case -> its next booked session. */
  readonly sessions: ReadonlyMap<string, string>;
  readonly judges: ReadonlyMap<string, string>;
  /** Case -> last day of its running mediation. */
  readonly dueOn: ReadonlyMap<string, string>;
};

/** The next session of each of these cases that is booked and has not ended. */
export async function nextSessions(
  tx: Tx,
  courtId: string,
  caseIds: readonly string[],
  now: { toUTC(): { toISO(): string | null } },
): Promise<Map<string, string>> {
  if (!caseIds.length) return new Map();
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const b = schema.bookings;
  const rows = await tx
    .select({ caseId: sc.caseId, sessionId: s.id })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId), eq(s.status, "planned")))
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .where(
      and(
        eq(sc.courtId, courtId),
        inArray(sc.caseId, [...caseIds]),
        sql`upper(${b.during}) > ${now.toUTC().toISO()}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${b.during})`));
  const first = new Map<string, string>();
  for (const row of rows) if (!first.has(row.caseId)) first.set(row.caseId, row.sessionId);
  return first;
}

/** Last days and judges, for the letters that name them. */
export async function letterFacts(
  tx: Tx,
  courtId: string,
  rows: readonly CaseRow[],
): Promise<Pick<PaperFacts, "judges" | "dueOn">> {
  const names = await namesOfPeople(
    tx,
    courtId,
    rows.flatMap((row) => row.judgeId ?? []),
  );
  return {
    judges: new Map(rows.map((row) => [row.id, (row.judgeId && names.get(row.judgeId)?.name) || ""])),
    dueOn: new Map(
      rows.flatMap((row) => (row.dueOn && row.stage === "mediation" ? [[row.id, row.dueOn] as const] : [])),
    ),
  };
}

const numberOf = (row: CaseRow) => row.caseNo ?? row.registrationNo;

function delegationLetter(row: CaseRow, head: CaseHead, facts: PaperFacts): PaperData<"delegationLetter"> {
  const t = textFor("zh-CN", words);
  const rule = mediationRule({
    regime: row.regime,
    intake: row.intake,
    procedure: row.procedureHint,
    medicalCommittee: false,
  });
  const dueOn = facts.dueOn.get(row.id);
  return {
    orgName: head.org?.name ?? head.mediatorName,
    track: t(`track.${row.regime}`),
    caseNo: numberOf(row),
    cause: head.cause.zh,
    amount: row.amountFen === null ? t("dueNone") : formatMoney("zh-CN", row.amountFen),
    summary: row.facts,
    legalBasis: t("letter.basis"),
    mediators: head.mediatorName || t("letter.mediatorLater"),
    period: t(rule.unit === "workday" ? "letter.workingDays" : "letter.days", { length: rule.length ?? 0 }),
    startRule: t("letter.start"),
    dueOn: dueOn ? documentDate("zh-CN", dueOn) : t("letter.dueLater"),
    procedureHint: t(`procedure.${row.procedureHint}`),
    guidingJudge: facts.judges.get(row.id) || t("dueNone"),
    phone: head.court.phone,
    parties: documentParties(head, callingOf(row)),
    materials: [],
  };
}

/**
 * One document of a batch: for a case, or for one of its parties. Null where what it needs is not there any more. Nothing
 * of the other side is in what is addressed to a party.
 */
export async function batchPaper(
  tx: Tx,
  kind: BatchKind,
  row: CaseRow,
  partyId: string | null,
  facts: PaperFacts,
): Promise<BatchPaper | null> {
  const head = facts.heads.get(row.id);
  if (!head) return null;
  if (!TO_PARTIES.has(kind)) return { kind: "delegationLetter", data: delegationLetter(row, head, facts) };
  const party = head.parties.find((one) => one.id === partyId);
  if (!party) return null;
  return partyPaper(tx, kind, row, head, party, facts);
}

async function partyPaper(
  tx: Tx,
  kind: BatchKind,
  row: CaseRow,
  head: CaseHead,
  party: HeadParty,
  facts: PaperFacts,
): Promise<BatchPaper | null> {
  const t = textFor("zh-CN", words);
  const about = { caseNo: numberOf(row), cause: head.cause.zh };
  const role = documentParties({ ...head, parties: [party] }, callingOf(row))[0]?.role ?? "";
  switch (kind) {
    case "sessionNotice": {
      const sessionId = facts.sessions.get(row.id);
      const data = sessionId ? await sessionNoticePaper(tx, row, party, sessionId) : null;
      return data ? { kind, data } : null;
    }
    case "guidance":
      return {
        kind,
        data: { ...about, recipient: party.name, contact: t("notice.contact"), phone: head.court.phone },
      };
    case "consentForm":
      return {
        kind,
        data: { ...about, partyName: party.name, role, idMasked: party.idMasked ?? t("dueNone") },
      };
    case "rightsNotice":
      return {
        kind,
        data: { ...about, recipient: party.name, role, mediator: head.mediatorName || t("dueNone") },
      };
    case "serviceAddress":
      return { kind, data: { ...about, partyName: party.name, role } };
    case "delegationLetter":
      return null;
  }
}
