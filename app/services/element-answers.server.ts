import { and, desc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import type { Sheet } from "~/domain/elements/element";
import type { Answers } from "~/domain/elements/sheet";
import type { Responses } from "~/domain/elements/sheet-comparison";
import { sheetFor, sheetOf } from "~/domain/elements/sheet-list";
import type { CaseRow } from "./command.server";

type Kept = typeof schema.elementAnswers.$inferSelect;

/** A case's sheet, and one version of what each side said to it. */
export type Filled = {
  readonly sheet: Sheet;
  readonly claimant: Version<Answers>;
  readonly respondent: Version<Responses>;
};
export type Version<T> = {
  /** Of the answers shown; 0: nothing was said yet. */
  readonly version: number;
  /** Of the newest there is, shown or not: what the next saving builds on. */
  readonly newest: number;
  readonly answers: T;
  readonly savedAt: string | null;
  readonly savedById: string | null;
  readonly isPleading: boolean;
  /** The newest that was handed in; 0: none was. */
  readonly pleaded: number;
};

/**
 * The sheet that a case is filled in on: the one of its cause, or the one that was begun where the cause has changed since.
 * Null where the cause has none. With `pleaded`, of each side only what it handed in as its complaint or answer: the rest is
 * said among those who mediate and comes before no judge (INV 22, ONL 18).
 */
export async function filledSheet(
  tx: Tx,
  row: CaseRow,
  { pleaded = false }: { readonly pleaded?: boolean } = {},
): Promise<Filled | null> {
  const claimant = await versionsOf(tx, row, "claimant");
  const respondent = await versionsOf(tx, row, "respondent");
  const begun = claimant[0] ?? respondent[0];
  const sheet = (begun && sheetOf(begun.sheetKey)) ?? sheetFor(row.causeCode);
  if (!sheet) return null;
  return {
    sheet,
    claimant: shown<Answers>(claimant, pleaded),
    respondent: shown<Responses>(respondent, pleaded),
  };
}

/** The newest version of a side and the newest that it handed in, newest first. */
async function versionsOf(tx: Tx, row: CaseRow, side: Side): Promise<readonly Kept[]> {
  const e = schema.elementAnswers;
  const of = and(eq(e.courtId, row.courtId), eq(e.caseId, row.id), eq(e.side, side));
  const [newest] = await tx.select().from(e).where(of).orderBy(desc(e.version)).limit(1);
  if (!newest || newest.isPleading) return newest ? [newest] : [];
  const [pleaded] = await tx
    .select()
    .from(e)
    .where(and(of, eq(e.isPleading, true)))
    .orderBy(desc(e.version))
    .limit(1);
  return pleaded ? [newest, pleaded] : [newest];
}

function shown<T extends Answers | Responses>(versions: readonly Kept[], pleaded: boolean): Version<T> {
  const kept = pleaded ? versions.find((one) => one.isPleading) : versions[0];
  return {
    version: kept?.version ?? 0,
    newest: versions[0]?.version ?? 0,
    answers: (kept?.answers ?? {}) as T,
    savedAt: kept?.savedAt.toUTC().toISO() ?? null,
    savedById: kept?.savedById ?? null,
    isPleading: kept?.isPleading ?? false,
    pleaded: versions.find((one) => one.isPleading)?.version ?? 0,
  };
}
