import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { verb } from "./command.server";
import { noteDelivery } from "./note-delivery.server";
import { perform } from "./perform.server";
import { type Columns, sheetOf, sheetShape } from "./sheet.server";
import { trackingNumber } from "./track-letters.server";

const COLUMNS = {
  number: ["运单号", "邮件号", "邮件号码", "Tracking number"],
  status: ["状态", "投递结果", "Status"],
  on: ["日期", "投递日期", "Date"],
} as const satisfies Columns<string>;

const DELIVERED = /^(妥投|已妥投|签收|已签收|本人收|他人收|送达|delivered)/i;
const RETURNED = /退|returned|拒收|无法投递/i;

/** `2026/11/3`, `2026.11.3` or `2026-11-03 10:00` as a day. */
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  return z.iso.date().safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).data ?? null;
}

type Bad = { readonly row: number; readonly column: string; readonly code: string };

/** Enters what the post reports about many letters at once (运单号, 状态, 日期); every line is judged as if entered alone. */
export const importLetterReceipts = verb({
  name: "import-letter-receipts",
  ability: "work-tasks",
  input: z.object(sheetShape),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId } = command;
    const read = await sheetOf<keyof typeof COLUMNS>(command, COLUMNS, ["number", "status"]);
    if (!read.ok) return read;
    const { rows } = read.sheet;
    const bad: Bad[] = [];
    const told = rows.flatMap((row) => {
      const { number = "", status = "", on } = row.cells;
      const found = trackingNumber.safeParse(number);
      const day = on ? dayOf(on) : undefined;
      const outcome = DELIVERED.test(status) ? "delivered" : RETURNED.test(status) ? "bounced" : null;
      const wrong =
        row.lost.length > 0 || !found.success
          ? { column: COLUMNS.number[0], code: "invalid" }
          : !outcome
            ? { column: COLUMNS.status[0], code: "notChosen" }
            : day === null
              ? { column: COLUMNS.on[0], code: "dateInvalid" }
              : null;
      if (wrong) bad.push({ row: row.number, ...wrong });
      return !wrong && found.success && outcome
        ? [{ row: row.number, number: found.data, outcome, status, on: day ?? undefined }]
        : [];
    });
    const d = schema.deliveries;
    const letters = told.length
      ? await tx
          .select({ id: d.id, caseId: d.caseId, number: d.messageId })
          .from(d)
          .where(
            and(
              eq(d.courtId, courtId),
              eq(d.channel, "paper"),
              inArray(
                d.messageId,
                told.map((one) => one.number),
              ),
            ),
          )
      : [];
    const found = told.flatMap((one) => {
      const letter = letters.find((each) => each.number === one.number);
      if (!letter) bad.push({ row: one.row, column: COLUMNS.number[0], code: "notFound" });
      return letter ? [{ ...one, letter }] : [];
    });
    let done = 0;
    let known = 0;
    // Each case is locked in its turn, in the order in which everybody locks cases.
    for (const one of found.sort((a, b) => ((a.letter.caseId ?? "") < (b.letter.caseId ?? "") ? -1 : 1))) {
      const answer = await perform(command, noteDelivery, {
        deliveryId: one.letter.id,
        outcome: one.outcome,
        code: one.outcome === "bounced" ? one.status.slice(0, 80) : "",
        on: one.on,
      });
      if (!answer.ok) bad.push({ row: one.row, column: COLUMNS.on[0], code: answer.refusal });
      else if (answer.isNews) done++;
      else known++;
    }
    await command.record({ data: { total: rows.length, done, known, bad: bad.length } });
    return ok({ total: rows.length, done, known, bad: bad.sort((a, b) => a.row - b.row) });
  },
});
