import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { MOST_CASES } from "~/domain/documents/batch-kinds";
import { ok, type Result, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import type { CaseRow, Command } from "./command.server";
import { filterWhere, nowOf, queueShape } from "./queue-filter.server";
import { tabWhere } from "./queue-tabs.server";

const MOST_TEXT = 400_000;
const SHOWN = 20;

/** Which cases a batch is for; what is given counts, and one of these must be. */
export const choiceShape = {
  caseIds: z.array(idText).max(MOST_CASES, "tooLong").optional(),
  /** Registration or case numbers as they are pasted: one a line, or with commas between. */
  numbers: z.string().max(MOST_TEXT, "tooLong").optional(),
  /** Everything that one import brought in. */
  importId: idText.optional(),
  /** Every open case of one series. */
  seriesId: idText.optional(),
  /** The cases of an earlier batch that got no document in it. */
  exceptionsOf: idText.optional(),
  /** The queue's own filter. */
  filter: queueShape.optional(),
} as const;
export type Choice = z.output<z.ZodObject<typeof choiceShape>>;

const normal = (text: string) => text.normalize("NFKC").replace(/[\s"']/g, "");
const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r,;，；、\t]+/)
      .map(normal)
      .filter(Boolean),
  ),
];

/**
 * The chosen cases by their registration number. A number that nobody has is not passed over: it is named, and nothing is
 * prepared.
 */
export async function chosenCases(
  command: Pick<Command<unknown>, "tx" | "courtId" | "actor" | "today" | "deps" | "now">,
  choice: Choice,
): Promise<Result<{ rows: CaseRow[] }>> {
  const { tx, courtId } = command;
  const c = schema.cases;
  const of = async (ids: readonly string[]) =>
    ids.length
      ? tx
          .select()
          .from(c)
          .where(and(eq(c.courtId, courtId), inArray(c.id, [...new Set(ids)])))
          .orderBy(c.registrationNo)
      : [];
  const taken = (rows: CaseRow[], field: string) =>
    rows.length === 0
      ? refuse("incomplete", { fields: { [field]: ["required"] } })
      : rows.length > MOST_CASES
        ? refuse("invalidInput", { fields: { [field]: ["tooLong"] } })
        : ok({ rows });
  if (choice.caseIds?.length) {
    const rows = await of(choice.caseIds);
    if (rows.length !== new Set(choice.caseIds).size)
      return refuse("notFound", { fields: { caseIds: ["invalid"] } });
    return taken(rows, "caseIds");
  }
  if (choice.numbers?.trim()) {
    const numbers = numbersIn(choice.numbers);
    if (numbers.length > MOST_CASES) return refuse("invalidInput", { fields: { numbers: ["tooLong"] } });
    // A case number is kept as the court writes it; what people paste has other brackets and spaces.
    const written = sql`replace(replace(translate(${c.caseNo}, '（）', '()'), ' ', ''), '　', '')`;
    const rows = await tx
      .select()
      .from(c)
      .where(and(eq(c.courtId, courtId), or(inArray(c.registrationNo, numbers), inArray(written, numbers))))
      .orderBy(c.registrationNo);
    const known = new Set(rows.flatMap((row) => [row.registrationNo, normal(row.caseNo ?? "")]));
    const unknown = numbers.filter((one) => !known.has(one));
    if (unknown.length)
      return refuse("notFound", {
        fields: { numbers: ["numbersUnknown"] },
        params: { count: unknown.length, numbers: unknown.slice(0, SHOWN) },
      });
    return taken(rows, "numbers");
  }
  if (choice.importId) {
    const r = schema.importRows;
    const ids = await tx
      .select({ caseId: r.caseId })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.runId, choice.importId), eq(r.status, "done")));
    return taken(await of(ids.flatMap((one) => one.caseId ?? [])), "importId");
  }
  if (choice.seriesId) {
    const s = schema.seriesCases;
    const ids = await tx
      .select({ caseId: s.caseId })
      .from(s)
      .innerJoin(c, and(eq(c.courtId, s.courtId), eq(c.id, s.caseId)))
      .where(and(eq(s.courtId, courtId), eq(s.seriesId, choice.seriesId), isNull(c.closedAt)));
    return taken(await of(ids.map((one) => one.caseId)), "seriesId");
  }
  if (choice.exceptionsOf) {
    const i = schema.documentBatchItems;
    const ids = await tx
      .select({ caseId: i.caseId })
      .from(i)
      .where(
        and(
          eq(i.courtId, courtId),
          eq(i.batchId, choice.exceptionsOf),
          inArray(i.status, ["missing", "failed"]),
        ),
      );
    return taken(await of(ids.map((one) => one.caseId)), "exceptionsOf");
  }
  if (choice.filter) {
    const ids = await tx.execute<{ id: string }>(sql`
      select c.id from cases c
      where ${await filterWhere({ ...command, input: choice.filter })} and ${tabWhere(choice.filter.tab, nowOf(command))}
      limit ${MOST_CASES + 1}`);
    return taken(await of(ids.map((one) => one.id)), "filter");
  }
  return refuse("incomplete", { fields: { numbers: ["required"] } });
}
