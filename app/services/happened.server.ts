import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import type { Command } from "./command.server";

const instantText = z.string().refine((text) => DateTime.fromISO(text).isValid, "instantMalformed");

/** Part of every act's shape: when it happened 发生时间, and what a late entry 补录 must bring. */
export const happenedShape = {
  happenedAt: instantText.optional(),
  lateReason: z.string().trim().max(500).optional(),
  evidenceFileId: z.string().uuid("idMalformed").optional(),
} as const;

export type Happened = { at: DateTime; late: boolean; lateReason?: string };

/**
 * When the act happened. Later than now is refused; earlier than the court's threshold is a late entry and needs a
 * reason and evidence, and whoever gives both with an earlier instant makes one, however short the delay. The late entry
 * is kept beside the act; clocks use the first instant, the record keeps both.
 */
export async function happened(
  command: Command<{
    happenedAt?: string | undefined;
    lateReason?: string | undefined;
    evidenceFileId?: string | undefined;
  }>,
  caseId: string,
  verbName: string,
): Promise<Result<Happened>> {
  const { input, now, settings, tx, courtId } = command;
  const at = input.happenedAt ? DateTime.fromISO(input.happenedAt, { zone: "Asia/Shanghai" }) : now;
  if (at > now.plus({ minutes: 1 }))
    return refuse("happenedInFuture", { fields: { happenedAt: ["happenedInFuture"] } });
  const reason = input.lateReason?.trim();
  const explained = at < now && Boolean(reason && input.evidenceFileId);
  const late = explained || now.diff(at, "hours").hours > settings.lateEntryHours;
  if (!late) return ok({ at, late });
  if (!reason || !input.evidenceFileId) {
    return refuse("lateWithoutReason", {
      fields: {
        ...(reason ? {} : { lateReason: ["required"] }),
        ...(input.evidenceFileId ? {} : { evidenceFileId: ["required"] }),
      },
    });
  }
  await tx.insert(schema.lateEntries).values({
    courtId,
    id: uuidv7(),
    caseId,
    verb: verbName,
    reason,
    evidenceFileId: input.evidenceFileId,
    happenedAt: at,
    recordedAt: now,
  });
  return ok({ at, late, lateReason: reason });
}
