import { asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { type Result, refuse } from "~/domain/result";
import { courtPeriods } from "~/domain/scheduling/court-hours";
import { calendarData } from "./calendar.server";
import {
  type CalendarChange,
  type ClockMove,
  effectOf,
  listed,
  type StrandedBooking,
} from "./calendar-change.server";
import { namesOfPeople } from "./case-people.server";
import { seasonShape } from "./clear-court-hours.server";
import { courtHoursShape, effectOfHours, effectWithoutSeason } from "./court-hours-change.server";
import { iso } from "./iso.server";
import { changeOfNotice, noticeShape } from "./notice-text.server";
import { query } from "./query.server";
import { closureShape } from "./set-closure.server";

/** The court's calendar: which years stand, from which notice and version, its own days, and what was changed by whom. */
export const courtCalendarQuery = query({
  name: "court-calendar",
  ability: "view-court-calendar",
  input: z.object({}),
  run: async ({ tx, courtId, today, settings }) => {
    const data = await calendarData(tx, courtId);
    const v = schema.calendarVersions;
    const versions = await tx
      .select()
      .from(v)
      .where(eq(v.courtId, courtId))
      .orderBy(desc(v.version))
      .limit(50);
    const names = await namesOfPeople(
      tx,
      courtId,
      versions.map((one) => one.byId).filter((id) => z.uuid().safeParse(id).success),
    );
    const t = schema.courtClosures;
    const closures = await tx
      .select({ on: t.on, open: t.open, name: t.name })
      .from(t)
      .where(eq(t.courtId, courtId))
      .orderBy(asc(t.on));
    return {
      version: data.version,
      today,
      years: data.years.map((one) => ({
        year: one.year,
        source: one.source,
        version: versions.find((each) => each.year === one.year)?.version ?? 1,
        off: one.off.map(([first, last]) => ({ first, last })),
        work: one.work,
      })),
      /** By period; minutes since 00:00 court time. */
      hours: courtPeriods(settings.courtHours, today),
      closures: closures.map((one) => ({ ...one, isPast: one.on < today })),
      changes: versions.map((one) => ({
        version: one.version,
        year: one.year,
        what: one.source,
        by: names.get(one.byId)?.name ?? null,
        at: iso(one.appliedAt),
      })),
    };
  },
});

type Preview = {
  readonly version: number;
  readonly clocks: readonly ClockMove[];
  readonly bookings: readonly StrandedBooking[];
};

/** What a year's notice, or a day of the court's own, would change: which clocks, and which sessions it leaves on a day of rest. */
export const calendarPreviewQuery = query({
  name: "calendar-preview",
  ability: "load-calendar",
  input: z.object({
    ...noticeShape,
    on: closureShape.on.optional(),
    open: closureShape.open.optional(),
    clear: z.preprocess((value) => value === true || value === "true", z.boolean()).optional(),
  }),
  run: async (question): Promise<{ preview: Result<Preview & { year: number | null }> }> => {
    const { input } = question;
    const read: Result<{ change: CalendarChange }> = input.on
      ? {
          ok: true,
          change: { kind: "own", on: input.on, set: input.clear ? null : input.open ? "work" : "off" },
        }
      : changeOfNotice(input);
    if (!read.ok) return { preview: read };
    const { version, moved, stranded } = await effectOf(question, read.change);
    const year = read.change.kind === "year" ? read.change.year : null;
    return {
      preview: { ok: true, version, year, clocks: await listed(question, moved), bookings: stranded },
    };
  },
});

/** Which planned sessions would lie outside the court's hours if they were set so. */
export const courtHoursPreviewQuery = query({
  name: "court-hours-preview",
  ability: "load-calendar",
  input: courtHoursShape,
  run: async (question): Promise<{ preview: Result<{ outside: readonly StrandedBooking[] }> }> => {
    if (question.input.validFrom < question.today)
      return { preview: refuse("invalidInput", { fields: { validFrom: ["inPast"] } }) };
    const { outside } = await effectOfHours(question, question.input);
    return { preview: { ok: true, outside } };
  },
});

/** Which planned sessions would lie outside the court's hours without the season that is to begin on this day. */
export const seasonClearPreviewQuery = query({
  name: "season-clear-preview",
  ability: "load-calendar",
  input: seasonShape,
  run: async (
    question,
  ): Promise<{ preview: Result<{ outside: readonly StrandedBooking[]; validTo: string | null }> }> => {
    const { validFrom } = question.input;
    if (validFrom <= question.today)
      return { preview: refuse("invalidInput", { fields: { validFrom: ["inPast"] } }) };
    const effect = await effectWithoutSeason(question, validFrom);
    if (!effect) return { preview: refuse("notFound") };
    return { preview: { ok: true, outside: effect.outside, validTo: effect.validTo } };
  },
});
