import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Conflict } from "~/domain/scheduling/conflicts";
import type { Command } from "./command.server";
import { actorIdOf } from "./record.server";

export const overrideShape = {
  /** A coordinator books over hours, gaps, notice or caps; the person overridden reads why. Never over what is taken. */
  override: z.object({ reason: z.string().trim().min(1, "required").max(300, "tooLong") }).optional(),
} as const;
export type Override = { readonly reason: string };

export const mayOverride = (actor: Actor): boolean => can(actor, "override-times", ["court"]).ok;

/** Keeps what was booked over, each obstacle once. Answers how the record names them: a code and whose it is. */
export async function keepOverrides(
  { tx, courtId, actor, now }: Command<unknown>,
  bookingId: string,
  over: readonly Conflict[],
  override: Override | undefined,
): Promise<string[]> {
  const each = new Map(over.map((one) => [`${one.code} ${one.resourceId ?? "court"}`, one]));
  if (!override || !each.size) return [];
  await tx.insert(schema.bookingOverrides).values(
    [...each.values()].map((one) => ({
      courtId,
      id: uuidv7(),
      bookingId,
      code: one.code,
      resourceId: one.resourceId ?? null,
      reason: override.reason,
      byId: actorIdOf(actor),
      setAt: now,
    })),
  );
  return [...each.keys()];
}

export type OverrideShown = {
  readonly sessionId: string;
  readonly code: Conflict["code"];
  /** The reader's own hours; else the court's. */
  readonly isOwn: boolean;
  readonly reason: string;
};

/** What stands booked over a reader's own hours or the court's, in these sessions; other people's are not his to read. */
export async function overridesFor(
  { tx, courtId, actor }: { readonly tx: Tx; readonly courtId: string; readonly actor: Actor },
  sessionIds: readonly string[],
): Promise<OverrideShown[]> {
  if (!sessionIds.length || actor.kind !== "user") return [];
  const o = schema.bookingOverrides;
  const b = schema.bookings;
  const rows = await tx
    .selectDistinct({ sessionId: b.sessionId, code: o.code, resourceId: o.resourceId, reason: o.reason })
    .from(o)
    .innerJoin(b, and(eq(b.courtId, o.courtId), eq(b.id, o.bookingId), ne(b.status, "released")))
    .where(
      and(
        eq(o.courtId, courtId),
        inArray(b.sessionId, [...sessionIds]),
        or(eq(o.resourceId, actor.userId), isNull(o.resourceId)),
      ),
    )
    .orderBy(o.code, o.reason);
  return rows.map(({ sessionId, code, resourceId, reason }) => ({
    sessionId: sessionId ?? "",
    code,
    isOwn: resourceId !== null,
    reason,
  }));
}
