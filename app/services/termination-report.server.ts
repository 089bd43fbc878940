import { and, asc, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { isUndisputed } from "~/domain/mediation/undisputed-facts";
import { documentDate } from "~/i18n/agreement-text";
import * as words from "~/i18n/documents";
import { formatFor } from "~/i18n/format";
import * as sessionCodes from "~/i18n/session-codes";
import { textFor } from "~/i18n/text";
import { type CaseHead, caseHead } from "./case-head.server";
import type { CaseRow, Command } from "./command.server";
import { courtDay } from "./deps.server";
import { callingOf, documentParties, presiding } from "./document-parties.server";
import { type Issued, issueDocument, type PaperData } from "./documents.server";
import { factsRecorded } from "./package-sources.server";
import { allDocuments } from "./standing-documents.server";

/** What the mediator tells the court when a mediation failed (ONL 21); what was offered or conceded has no place here. */
export const reportShape = {
  reason: z.string().trim().min(1, "required").max(2000, "textTooLong"),
  costRaisingConduct: z.string().trim().max(2000, "textTooLong").default(""),
  suggestions: z.string().trim().max(2000, "textTooLong").default(""),
} as const;
export type Report = z.output<z.ZodObject<typeof reportShape>>;

/** Keeps the report (a later one replaces it) and puts its document into the file. */
export async function keepTerminationReport(
  command: Command<unknown>,
  row: CaseRow,
  byId: string,
  report: Report,
): Promise<Issued> {
  const { tx, courtId, now } = command;
  const r = schema.terminationReports;
  await tx
    .insert(r)
    .values({ courtId, caseId: row.id, ...report, byId, writtenAt: now })
    .onConflictDoUpdate({ target: [r.courtId, r.caseId], set: { ...report, byId, writtenAt: now } });
  await tx
    .update(schema.cases)
    .set({ terminationReportedAt: now })
    .where(and(eq(schema.cases.courtId, courtId), eq(schema.cases.id, row.id)));
  return issueTerminationReport(command, row);
}

async function sessionsHeld(command: Pick<Command<unknown>, "tx">, row: CaseRow) {
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const held = await command.tx
    .select({ id: s.id, mode: s.mode, at: s.openedAt, status: s.status, result: sc.outcome })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .where(and(eq(sc.courtId, row.courtId), eq(sc.caseId, row.id)))
    .orderBy(asc(s.createdAt));
  const a = schema.attendances;
  const came = await command.tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)));
  return held
    .filter((one) => one.status === "held" || one.status === "noShow")
    .map((one) => ({ ...one, came: came.filter((each) => each.sessionId === one.id) }));
}

function sessionLines(head: CaseHead, held: Awaited<ReturnType<typeof sessionsHeld>>) {
  const say = textFor("zh-CN", sessionCodes);
  const format = formatFor("zh-CN");
  return held.map((one, index) => ({
    no: String(index + 1),
    time: one.at ? format.instant(one.at.toUTC().toISO() as string) : "",
    mode: say(`mode.${one.mode}`),
    attendance: one.came
      .map((each) => {
        const party = head.parties.find((known) => known.id === each.partyId);
        return `${party?.name ?? ""}：${say(`attendance.${each.status}`)}`;
      })
      .join("；"),
    result: one.result ? say(`result.${one.result}`) : say(`session.${one.status}`),
  }));
}

const inFile = async (tx: Tx, row: CaseRow) =>
  (await allDocuments(tx, row)).filter((one) => one.kind === "terminationReport").at(-1);

/** Renders the report that is kept for the case; a newer one takes the earlier one's place, and that of a draft. */
export async function issueTerminationReport(command: Command<unknown>, row: CaseRow): Promise<Issued> {
  const r = schema.terminationReports;
  const [report] = await command.tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, row.courtId), eq(r.caseId, row.id)));
  if (!report) throw new Error("no termination report is kept for the case");
  const earlier = await inFile(command.tx, row);
  const data = await reportData(command, row, report);
  return issueDocument(command, row, "terminationReport", data, earlier ? { replaces: earlier.id } : {});
}

/**
 * Drafts the report of a mediation whose time ran out, from what the file holds; it stands in the file as a draft until
 * somebody writes the report. Null where a report, or a draft, stands there already. `dueOn` is the court's last day.
 */
export async function draftExpiryReport(
  command: Command<unknown>,
  row: CaseRow,
  dueOn: string,
): Promise<Issued | null> {
  const { tx, now } = command;
  if (row.terminationReportedAt !== null || (await inFile(tx, row))) return null;
  const t = textFor("zh-CN", words);
  const report = {
    reason: t("report.expired", { on: documentDate("zh-CN", dueOn) }),
    costRaisingConduct: t("report.toCheck"),
    suggestions: "",
    writtenAt: now,
  };
  const data = await reportData(command, { ...row, mediationEnd: "expired" }, report);
  return issueDocument(command, row, "terminationReport", data, { title: t("report.draftTitle") });
}

/** The mediation goes on after all, for an extension agreed in time was entered: what was drafted is none. */
export async function dropDraftReport(command: Command<unknown>, row: CaseRow): Promise<void> {
  const { tx, courtId } = command;
  const draft = row.terminationReportedAt === null ? await inFile(tx, row) : undefined;
  if (!draft) return;
  const [d, f] = [schema.documents, schema.files];
  await tx.delete(d).where(and(eq(d.courtId, courtId), eq(d.id, draft.id)));
  await tx.delete(f).where(and(eq(f.courtId, courtId), eq(f.id, draft.fileId)));
}

async function reportData(
  command: Command<unknown>,
  row: CaseRow,
  report: Report & { readonly writtenAt: DateTime },
): Promise<PaperData<"terminationReport">> {
  const { tx } = command;
  const t = textFor("zh-CN", words);
  const say = textFor("zh-CN", sessionCodes);
  const head = await caseHead(tx, row);
  const a = schema.assignments;
  const accepted = (
    await tx
      .select({ at: a.acceptedAt })
      .from(a)
      .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)))
      .orderBy(asc(a.offeredAt))
  ).at(-1)?.at;
  const sides = head.parties.map((party) => ({ partyId: asId<PartyId>(party.id), side: party.side }));
  const facts = (await factsRecorded(tx, row)).filter((fact) => isUndisputed(fact, sides));
  return {
    caseNo: row.caseNo ?? row.registrationNo,
    cause: head.cause.zh,
    orgName: presiding(head),
    mediator: head.mediatorName,
    acceptedOn: accepted ? documentDate("zh-CN", courtDay(accepted)) : t("dueNone"),
    endedOn: documentDate("zh-CN", courtDay(report.writtenAt)),
    ground: say(`end.${row.mediationEnd ?? "other"}`),
    reason: report.reason,
    undisputedFacts: facts.map((fact) => `${fact.no}．${fact.text}`).join("；"),
    conduct: report.costRaisingConduct,
    risk: "",
    suggestion: report.suggestions,
    returned: t("report.returned"),
    parties: documentParties(head, callingOf(row)),
    sessions: sessionLines(head, await sessionsHeld(command, row)),
  };
}
