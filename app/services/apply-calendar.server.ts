import { and, asc, eq, inArray } from "drizzle-orm";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { lockCalendar } from "./calendar.server";
import {
  type CalendarChange,
  type ClockMove,
  effectOf,
  listed,
  type Moved,
  type StrandedBooking,
} from "./calendar-change.server";
import { refreshDue } from "./case-due.server";
import type { Command } from "./command.server";
import { actorIdOf } from "./record.server";

export type Applied = {
  readonly version: number;
  readonly clocks: readonly ClockMove[];
  readonly bookings: readonly StrandedBooking[];
};

async function lockMoved({ tx, courtId }: Command<unknown>, moved: readonly Moved[]): Promise<Set<string>> {
  const ids = [...new Set(moved.map(({ row }) => row.caseId))];
  const c = schema.cases;
  if (ids.length)
    await tx
      .select({ id: c.id })
      .from(c)
      .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
      .orderBy(asc(c.id))
      .for("update");
  return new Set(ids);
}

/** The moved clocks of one case with its new pressing day, on that case's own record. */
async function storeCase(command: Command<unknown>, moved: readonly Moved[], version: number): Promise<void> {
  const { tx, courtId } = command;
  const k = schema.clocks;
  for (const { row, sentence } of moved) {
    const anew = sentence.dueOn === row.dueOn ? {} : { warned: [], expiredAt: null };
    await tx
      .update(k)
      .set({ ...anew, dueOn: sentence.dueOn, provisional: sentence.provisional, calendarVersion: version })
      .where(and(eq(k.courtId, courtId), eq(k.id, row.id)));
  }
  const caseId = moved[0]?.row.caseId as string;
  await refreshDue(command, caseId);
  await command.record({
    caseId,
    data: {
      version,
      moved: moved.map(({ row, sentence, wasDueOn }) => `${row.rule} ${wasDueOn} ${sentence.dueOn}`),
    },
  });
}

/**
 * Applies a change of the court's calendar: the next version, every clock that it moves, each on its case's record, all in
 * one transaction. Cases are locked before the calendar, as everybody does who counts with it; a clock that began to
 * move meanwhile stops the whole. `seen`: the version that the preview was made of.
 */
export async function applyCalendar(
  command: Command<unknown>,
  change: CalendarChange,
  seen: number | undefined,
  write: () => Promise<void>,
): Promise<Result<Applied>> {
  const { tx, courtId, actor, now } = command;
  const locked = await lockMoved(command, (await effectOf(command, change)).moved);
  await lockCalendar(tx, courtId);
  const { version: before, moved, stranded } = await effectOf(command, change);
  if (seen !== undefined && seen !== before) return refuse("calendarChanged");
  if (moved.some(({ row }) => !locked.has(row.caseId))) return refuse("inProgress");
  const version = before + 1;
  await write();
  await tx.insert(schema.calendarVersions).values({
    courtId,
    version,
    year: change.kind === "year" ? change.year : null,
    source: change.kind === "year" ? change.source : change.on,
    days: change.kind === "year" ? change.days : [],
    byId: actorIdOf(actor),
    appliedAt: now,
  });
  for (const caseId of locked) {
    const own = moved.filter(({ row }) => row.caseId === caseId);
    if (own.length) await storeCase(command, own, version);
  }
  return ok({ version, clocks: await listed(command, moved), bookings: stranded });
}
