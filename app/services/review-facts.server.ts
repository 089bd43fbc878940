import { and, desc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { AgreementFacts, CaseFacts } from "~/domain/cases/facts";
import type { Side } from "~/domain/cases/sides";
import { causeOf } from "~/domain/intake/causes";
import {
  CHECK_ITEMS,
  type CheckedItem,
  checklistFor,
  isMachineItem,
  type JudgeItem,
  type MachineItem,
  openItems,
} from "~/domain/review/checklist";
import { packageMissing as missingOf } from "~/domain/review/package";
import type { CaseRow } from "./command.server";
import { packageOf } from "./package-sources.server";
import type { Settings } from "./settings.server";

const REVIEWED = ["handedOver", "review", "supplement"];
const HANDED_FROM = ["agreed", "returned", "failed", "dismissed", "defaulted"];

/** Codes of what a file with parties of these sides still lacks to be submitted (CPL 122). */
export function missingAtIntake(
  row: Pick<CaseRow, "claims" | "facts">,
  parties: readonly { side: Side }[],
): string[] {
  const rules: [string, boolean][] = [
    ["claimantMissing", !parties.some((party) => party.side === "claimant")],
    ["respondentMissing", !parties.some((party) => party.side === "respondent")],
    ["claimsMissing", row.claims.trim() === ""],
    ["factsMissing", row.facts.trim() === ""],
  ];
  return rules.filter(([, missing]) => missing).map(([code]) => code);
}

export async function intakeMissing(tx: Tx, row: CaseRow): Promise<string[]> {
  const p = schema.parties;
  const parties = await tx
    .select({ side: p.side })
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)));
  return missingAtIntake(row, parties);
}

/** Is the judge shut out by an earlier part in the mediation, as the court's setting says (domain.md C9)? */
export async function judgeBarred(tx: Tx, row: CaseRow, settings: Settings): Promise<boolean> {
  if (!row.judgeId) return false;
  const shuts = [
    "recused",
    ...(settings.barJudgeWhoMediated ? ["mediated"] : []),
    ...(settings.barJudgeWhoGuided ? ["guided"] : []),
  ];
  const b = schema.bars;
  const found = await tx
    .select({ why: b.why })
    .from(b)
    .where(
      and(
        eq(b.courtId, row.courtId),
        eq(b.caseId, row.id),
        eq(b.personId, row.judgeId),
        inArray(b.why, shuts),
      ),
    );
  return found.length > 0 || (settings.barJudgeWhoMediated && row.mediatorId === row.judgeId);
}

/** Asked only where a hand-over is near: the package is built and looked through. */
export async function packageMissing(tx: Tx, row: CaseRow): Promise<readonly string[]> {
  return HANDED_FROM.includes(row.stage) ? missingOf(await packageOf(tx, row)) : [];
}

export async function currentPackage(tx: Tx, row: CaseRow) {
  const p = schema.packages;
  const [found] = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)))
    .orderBy(desc(p.version))
    .limit(1);
  return found ?? null;
}

/** The statutory checklist of the case under review: the file's own answers and the judge's. */
export async function checklistOf(
  tx: Tx,
  row: CaseRow,
  agreement: AgreementFacts | null,
  barred: boolean,
): Promise<readonly CheckedItem[]> {
  const route = agreement?.route;
  if (!agreement || (route !== "confirm" && route !== "statement")) return [];
  const handed = await currentPackage(tx, row);
  const content = await packageOf(tx, { ...row, stage: "agreed" });
  const proven: Record<MachineItem, boolean> = {
    registered: row.caseNo !== null,
    withinThirtyDays:
      content.agreement?.applyUntilOn === null ||
      (content.agreement?.applyUntilOn ?? "") >=
        (handed?.handedOverAt.setZone("Asia/Shanghai").toISODate() ?? "9999"),
    bothApplied: agreement.bothApplied,
    orgPresided: agreement.orgPresided,
    courtCompetent: true,
    causeConfirmable: causeOf(row.causeCode)?.confirmable ?? false,
    noStatusContent: !agreement.statusContent,
    noTitleContent: !agreement.titleContent,
    identityVerified: content.parties.every((party) => party.identityVerified),
    allSigned: agreement.allSigned,
    agentsAuthorised: agreement.agentsAuthorised,
    termsComplete: agreement.missing.length === 0,
    recusalClear: row.recusalPendingAt === null && !barred,
  };
  const judged: Partial<Record<JudgeItem, "yes" | "no">> = {};
  for (const item of CHECK_ITEMS) {
    const answer = handed?.checklist[item];
    if (!isMachineItem(item) && answer !== undefined) judged[item as JudgeItem] = answer ? "yes" : "no";
  }
  return checklistFor(route, proven, judged);
}

export async function reviewFacts(
  tx: Tx,
  row: CaseRow,
  settings: Settings,
  agreement: AgreementFacts | null,
): Promise<CaseFacts["review"]> {
  const barred = await judgeBarred(tx, row, settings);
  const checklistOpen = REVIEWED.includes(row.stage)
    ? openItems(await checklistOf(tx, row, agreement, barred))
    : [];
  return { judgeBarred: barred, courtCompetent: true, checklistOpen };
}

export function titleOf(row: CaseRow): CaseFacts["title"] {
  if (row.stage === "confirmed") return "confirmation";
  if (row.stage === "statementEffective") return "statement";
  return row.closeReason === "judgment"
    ? "judgment"
    : row.route === "confirm" && row.outcome === "confirmed"
      ? "confirmation"
      : row.route === "statement" && row.outcome === "statement"
        ? "statement"
        : null;
}

/** Codes of what the file still lacks to be archived (INT 263). */
export async function archiveMissing(tx: Tx, row: CaseRow): Promise<readonly string[]> {
  if (row.stage !== "closed") return [];
  const d = schema.documents;
  const documents = await tx
    .select({ kind: d.kind })
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.caseId, row.id)));
  return row.closeReason === "confirmed" && !documents.some((one) => one.kind === "rulingConfirmed")
    ? ["rulingConfirmed"]
    : [];
}
