import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { casesOfDeliveries } from "./delivery-cases.server";
import { markDelivery } from "./delivery-state.server";
import { MOST_LETTERS } from "./print-letters.server";
import { actorIdOf } from "./record.server";

/** As EMS prints it below the bars; a scanner may add blanks or small letters. */
export const trackingNumber = z
  .string()
  .transform((text) => text.normalize("NFKC").replace(/\s+/g, "").toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{8,20}$/, "invalid"));

/** Letters handed to the post: each under its tracking number, from which on it counts as sent. */
export const trackLetters = verb({
  name: "track-letters",
  ability: "note-delivery",
  input: z.object({
    letters: z
      .array(z.object({ deliveryId: idText, trackingNumber }))
      .min(1, "required")
      .max(MOST_LETTERS, "tooLong"),
  }),
  cases: (input, tx, courtId) =>
    casesOfDeliveries(
      tx,
      courtId,
      input.letters.map((one) => one.deliveryId),
    ),
  run: async (command) => {
    const { tx, courtId, input, now, actor, cases } = command;
    const numbers = input.letters.map((one) => one.trackingNumber);
    const d = schema.deliveries;
    const ids = input.letters.map((one) => one.deliveryId);
    const rows = await tx
      .select({ id: d.id, caseId: d.caseId, channel: d.channel, status: d.status })
      .from(d)
      .where(and(eq(d.courtId, courtId), inArray(d.id, ids)));
    const taken = await tx
      .select({ id: d.id, number: d.messageId })
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.channel, "paper"), inArray(d.messageId, numbers)));
    for (const [n, one] of input.letters.entries()) {
      const row = rows.find((each) => each.id === one.deliveryId);
      if (row?.channel !== "paper" || !["queued", "printed", "sent"].includes(row.status))
        return refuse("wrongStage", { fields: { [`letters.${n}.trackingNumber`]: ["notChosen"] } });
      const isTwice =
        numbers.indexOf(one.trackingNumber) !== n ||
        taken.some((each) => each.number === one.trackingNumber && each.id !== one.deliveryId);
      if (isTwice) return refuse("numberTaken", { fields: { [`letters.${n}.trackingNumber`]: ["taken"] } });
      await markDelivery(
        tx,
        { courtId, id: row.id, status: "sent", at: now, byId: actorIdOf(actor), detail: one.trackingNumber },
        { messageId: one.trackingNumber, sentAt: now, attempts: 1 },
      );
    }
    for (const { id } of cases)
      await command.record({
        caseId: id,
        data: { deliveryIds: rows.filter((row) => row.caseId === id).map((row) => row.id) },
      });
    return ok({ sent: rows.length });
  },
});
