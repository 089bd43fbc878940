import { and, desc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import type { Sheet } from "~/domain/elements/element";
import type { Answers } from "~/domain/elements/sheet";
import type { Responses } from "~/domain/elements/sheet-comparison";
import { sheetFor, sheetOf } from "~/domain/elements/sheet-list";
import type { CaseRow } from "./command.server";

type Kept = typeof schema.elementAnswers.$inferSelect;

/** A case's sheet, and the newest version of what each side said to it. */
export type Filled = {
  readonly sheet: Sheet;
  readonly claimant: Version<Answers>;
  readonly respondent: Version<Responses>;
};
/** `version` 0: nothing was said yet. */
export type Version<T> = {
  readonly version: number;
  readonly answers: T;
  readonly savedAt: string | null;
};

/**
 * The sheet that a case is filled in on: the one of its cause, or the one that was begun where the cause has changed since.
 * Null where the cause has none.
 */
export async function filledSheet(tx: Tx, row: CaseRow): Promise<Filled | null> {
  const [claimant, respondent] = [await newest(tx, row, "claimant"), await newest(tx, row, "respondent")];
  const sheet = (claimant && sheetOf(claimant.sheetKey)) ?? sheetFor(row.causeCode);
  if (!sheet) return null;
  return { sheet, claimant: versionOf<Answers>(claimant), respondent: versionOf<Responses>(respondent) };
}

async function newest(tx: Tx, row: CaseRow, side: Side): Promise<Kept | null> {
  const e = schema.elementAnswers;
  const [kept] = await tx
    .select()
    .from(e)
    .where(and(eq(e.courtId, row.courtId), eq(e.caseId, row.id), eq(e.side, side)))
    .orderBy(desc(e.version))
    .limit(1);
  return kept ?? null;
}

const versionOf = <T extends Answers | Responses>(kept: Kept | null): Version<T> => ({
  version: kept?.version ?? 0,
  answers: (kept?.answers ?? {}) as T,
  savedAt: kept?.savedAt.toUTC().toISO() ?? null,
});
