import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { asCourtId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { allCourts } from "./all-courts.server";
import { idText } from "./case-act.server";
import { execute, verb } from "./command.server";
import { caseOfDelivery } from "./delivery-cases.server";
import { afterFailure } from "./delivery-failed.server";
import { markDelivery } from "./delivery-state.server";
import type { Deps } from "./deps.server";
import { actorIdOf } from "./record.server";

export const DELIVERY_OUTCOMES = ["delivered", "bounced", "failed"] as const;

/** What can still become of a delivery; a mail that was delivered may come back all the same. */
const FROM: Readonly<Record<(typeof DELIVERY_OUTCOMES)[number], readonly string[]>> = {
  delivered: ["sent", "printed"],
  bounced: ["sent", "printed", "delivered"],
  failed: ["sent"],
};

/**
 * What became of a message that went: reported by a mail server or the gateway, or of a letter entered by whoever holds
 * its receipt. What did not arrive opens a task and goes by the next way. Told twice, it changes nothing more.
 */
export const noteDelivery = verb({
  name: "note-delivery",
  ability: "note-delivery",
  input: z.object({
    deliveryId: idText,
    outcome: z.enum(DELIVERY_OUTCOMES, "notChosen"),
    /** The server's code, or why a letter came back. */
    code: z.string().trim().max(80, "tooLong").default(""),
    permanent: z.boolean().default(true),
    /** The day on the receipt, court time; today where none is given. */
    on: z.iso.date("dateInvalid").optional(),
  }),
  cases: (input, tx, courtId) => caseOfDelivery(tx, courtId, input.deliveryId),
  run: async (command) => {
    const { tx, courtId, input, now, today, actor } = command;
    const { outcome, code, permanent } = input;
    const d = schema.deliveries;
    const [row] = await tx
      .select()
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.id, input.deliveryId)));
    if (!row) return refuse("notFound");
    // People hold the receipts of letters; what became of the others only their servers know.
    if (actor.kind !== "job" && row.channel !== "paper") return refuse("roleLacks");
    if (input.on && input.on > today) return refuse("happenedInFuture", { fields: { on: ["inFuture"] } });
    const isNews = FROM[outcome].includes(row.status);
    const at = input.on && input.on < today ? DateTime.fromISO(input.on, { zone: COURT_ZONE }) : now;
    if (isNews) {
      const byId = actorIdOf(actor);
      await markDelivery(tx, { courtId, id: row.id, status: outcome, at, byId, detail: code || null });
      if (outcome !== "delivered") await afterFailure(tx, row, { code, permanent, now });
    }
    await command.record({
      caseId: row.caseId,
      data: { deliveryId: row.id, channel: row.channel, outcome, isNews },
    });
    return ok({ deliveryId: row.id, isNews });
  },
});

type Reported = {
  readonly courtId: string;
  /** What the mail is known by, with its brackets, or the gateway's id. */
  readonly messageId: string;
  readonly permanent: boolean;
  readonly code: string;
};

async function report(
  deps: Deps,
  { courtId, messageId, permanent, code }: Reported,
  outcome: (typeof DELIVERY_OUTCOMES)[number],
): Promise<boolean> {
  const d = schema.deliveries;
  const [row] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ id: d.id })
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.messageId, messageId)))
      .limit(1),
  );
  if (!row) return false;
  const actor = { kind: "job", courtId: asCourtId(courtId), name: "delivery" } as const;
  const input = { deliveryId: row.id, outcome, permanent, code: code.slice(0, 80) };
  return (await execute(deps, actor, noteDelivery, input)).ok;
}

/** A mail came back: what the report about it said. False where no such message went from here. */
export const bounced = (deps: Deps, of: Reported): Promise<boolean> => report(deps, of, "bounced");

/** The gateway tells what became of a text message, whatever the court. False where no such message went from here. */
export async function textReceipt(
  deps: Deps,
  { isDelivered, ...of }: Omit<Reported, "courtId"> & { readonly isDelivered: boolean },
): Promise<boolean> {
  for (const courtId of await allCourts(deps))
    if (await report(deps, { ...of, courtId }, isDelivered ? "delivered" : "failed")) return true;
  return false;
}
