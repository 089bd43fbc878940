import { and, asc, desc, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import * as words from "~/i18n/documents";
import { textFor } from "~/i18n/text";
import { currentAgreement } from "./agreement-facts.server";
import { caseHead, personName } from "./case-head.server";
import type { CaseRow, Command } from "./command.server";
import {
  confirmedPaper,
  dismissedPaper,
  notAcceptedPaper,
  type Ruling,
  statementPaper,
  withdrawnPaper,
} from "./court-papers.server";
import { courtDay } from "./deps.server";
import { type Issued, issueDocument } from "./documents.server";
import { currentPackage } from "./review-facts.server";

export type DecisionRow = typeof schema.decisions.$inferSelect;
export type PackageRow = typeof schema.packages.$inferSelect;

export async function setPackage(
  command: Command<unknown>,
  packageId: string,
  change: Partial<typeof schema.packages.$inferInsert>,
): Promise<void> {
  const p = schema.packages;
  await command.tx
    .update(p)
    .set(change)
    .where(and(eq(p.courtId, command.courtId), eq(p.id, packageId)));
}

/** The clerk of the case's team, who signs beside the judge. */
async function clerkName(tx: Tx, row: CaseRow): Promise<string> {
  if (!row.teamId) return "";
  const m = schema.teamMembers;
  const [clerk] = await tx
    .select({ personId: m.personId })
    .from(m)
    .where(and(eq(m.courtId, row.courtId), eq(m.teamId, row.teamId), eq(m.part, "courtClerk")))
    .orderBy(asc(m.personId))
    .limit(1);
  return clerk ? ((await personName(tx, row.courtId, clerk.personId)) ?? "") : "";
}

export type ToDecide = {
  readonly kind: DecisionRow["kind"];
  readonly code?: string | null;
  readonly reason?: string | null;
  readonly at: DateTime;
};

/**
 * Enters the judge's decision on the package under review, with the checklist as it stood; without a package where the
 * case was never handed over (a settlement in trial). Null when nobody is there who decides.
 */
export async function keepDecision(
  command: Command<unknown>,
  row: CaseRow,
  decided: ToDecide,
): Promise<DecisionRow | null> {
  const handed = await currentPackage(command.tx, row);
  const judgeId = row.judgeId ?? (command.actor.kind === "user" ? command.actor.userId : null);
  if (!judgeId) return null;
  if (handed)
    await setPackage(command, handed.id, { status: decided.kind === "return" ? "returned" : "decided" });
  const [kept] = await command.tx
    .insert(schema.decisions)
    .values({
      courtId: row.courtId,
      id: uuidv7(),
      caseId: row.id,
      packageId: handed?.id ?? null,
      kind: decided.kind,
      code: decided.code ?? null,
      reason: decided.reason ?? null,
      checklist: handed?.checklist ?? {},
      judgeId,
      decidedAt: decided.at,
    })
    .returning();
  return kept ?? null;
}

const PAPER_OF = {
  confirm: "rulingConfirmed",
  dismiss: "rulingDismissed",
  notAccept: "rulingNotAccepted",
  allowWithdrawal: "rulingWithdrawn",
  statement: "statement",
} as const;

/**
 * Writes the ruling or statement of a decision; again with its official number once that is known. A statement
 * reached in trial names the court itself as the one who mediated.
 */
export async function issueDecision(
  command: Command<unknown>,
  row: CaseRow,
  decision: DecisionRow,
  options: { number?: string; byCourt?: boolean } = {},
): Promise<Issued | null> {
  if (decision.kind === "return") return null;
  const { tx } = command;
  const agreement = await currentAgreement(tx, row);
  if (!agreement) throw new Error("a decision without an agreement");
  const handed = await currentPackage(tx, row);
  const head = await caseHead(tx, row);
  const ruling: Ruling = {
    agreement,
    judgeName: (await personName(tx, row.courtId, decision.judgeId)) ?? "",
    clerkName: await clerkName(tx, row),
    acceptedOn: courtDay(handed?.takenUpAt ?? handed?.handedOverAt ?? decision.decidedAt),
    decidedOn: courtDay(decision.decidedAt),
    code: decision.code,
    reason: decision.reason ?? "",
  };
  const set = {
    on: ruling.decidedOn,
    numberShown: textFor("zh-CN", words)("noNumberYet"),
    ...(options.number ? { number: options.number } : {}),
    ...(decision.documentId ? { replaces: decision.documentId } : {}),
  };
  const issued = await issueOf(command, row, head, decision.kind, ruling, set, options.byCourt ?? false);
  const d = schema.decisions;
  await tx
    .update(d)
    .set({ documentId: issued.documentId, number: options.number ?? null })
    .where(and(eq(d.courtId, row.courtId), eq(d.id, decision.id)));
  return issued;
}

/** Enters a decision and issues its paper; answers the ids of both, for the record and whoever asked. */
export async function keepAndIssue(
  command: Command<unknown>,
  row: CaseRow,
  decided: ToDecide,
  options: { byCourt?: boolean } = {},
): Promise<{ decisionId: string | null; documentId: string | null }> {
  const decision = await keepDecision(command, row, decided);
  const issued = decision ? await issueDecision(command, row, decision, options) : null;
  return { decisionId: decision?.id ?? null, documentId: issued?.documentId ?? null };
}

type Set = Parameters<typeof issueDocument>[4];
type Head = Awaited<ReturnType<typeof caseHead>>;

function issueOf(
  command: Command<unknown>,
  row: CaseRow,
  head: Head,
  kind: keyof typeof PAPER_OF,
  ruling: Ruling,
  set: Set,
  byCourt: boolean,
): Promise<Issued> {
  switch (kind) {
    case "confirm":
      return issueDocument(command, row, PAPER_OF.confirm, confirmedPaper(row, head, ruling), set);
    case "dismiss":
      return issueDocument(command, row, PAPER_OF.dismiss, dismissedPaper(row, head, ruling), set);
    case "notAccept":
      return issueDocument(command, row, PAPER_OF.notAccept, notAcceptedPaper(row, head, ruling), set);
    case "allowWithdrawal":
      return issueDocument(command, row, PAPER_OF.allowWithdrawal, withdrawnPaper(row, head, ruling), set);
    case "statement":
      return issueDocument(
        command,
        row,
        PAPER_OF.statement,
        statementPaper(row, head, { ...ruling, byCourt }),
        set,
      );
  }
}

/** The newest decision that ended a review; a return is none. */
export async function lastDecision(tx: Tx, row: CaseRow): Promise<DecisionRow | null> {
  const d = schema.decisions;
  const rows = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.caseId, row.id)))
    .orderBy(desc(d.decidedAt), desc(d.id));
  return rows.find((one) => one.kind !== "return") ?? null;
}
