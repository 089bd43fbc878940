import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { addressFault } from "~/adapters/calendar-fetch.server";
import { ok, refuse } from "~/domain/result";
import { dropReading, MOST_SOURCES, sourceCount } from "./calendar-source-rows.server";
import { type Command, Forbidden, NotFound, verb } from "./command.server";
import { place } from "./personal.server";

export const sourceName = z.string().trim().min(1, "required").max(60, "tooLong");

/** Whoever acts, for himself: a calendar of his own is nobody else's to bring in. */
export function ownerOf({ actor, verbName }: Command<unknown>): string {
  if (actor.kind !== "user") throw new Forbidden(verbName);
  return actor.userId;
}

/** Brings in a calendar of one's own by its address. It is fetched by the worker, never while somebody waits. */
export const addCalendarSource = verb({
  name: "add-calendar-source",
  ability: "manage-calendar-sources",
  input: z.object({ name: sourceName, address: z.string().trim().min(1, "required").max(2_000, "tooLong") }),
  cases: () => [],
  run: async (command) => {
    const { tx, deps, courtId, input, now } = command;
    const personId = ownerOf(command);
    const fault = addressFault(input.address);
    if (fault) return refuse("invalidInput", { fields: { address: [fault] } });
    if ((await sourceCount(tx, courtId, personId)) >= MOST_SOURCES) return refuse("overCapacity");
    const id = uuidv7();
    await tx.insert(schema.calendarSources).values({
      courtId,
      id,
      personId,
      kind: "url",
      name: input.name,
      address: deps.secrets.seal(input.address, place("calendar_sources", "address", id)),
      createdAt: now,
    });
    await command.record({ data: { sourceId: id } });
    return ok({ sourceId: id });
  },
});

const sourceIn = z.object({ sourceId: z.string().uuid("idMalformed") });

async function ownSource(command: Command<z.output<typeof sourceIn>>) {
  const { tx, courtId, input } = command;
  const s = schema.calendarSources;
  const [row] = await tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.id, input.sourceId), eq(s.personId, ownerOf(command))))
    .for("update");
  if (!row) throw new NotFound("calendar source");
  return row;
}

/** Has a calendar fetched in the next round of the worker, whenever it would be due. */
export const refreshCalendarSource = verb({
  name: "refresh-calendar-source",
  ability: "manage-calendar-sources",
  input: sourceIn,
  cases: () => [],
  run: async (command) => {
    const source = await ownSource(command);
    const s = schema.calendarSources;
    await command.tx
      .update(s)
      .set({ triedAt: null })
      .where(and(eq(s.courtId, source.courtId), eq(s.id, source.id)));
    await command.record({ data: { sourceId: source.id } });
    return ok({ sourceId: source.id });
  },
});

/** Takes a calendar out again, with all that was known of it. */
export const removeCalendarSource = verb({
  name: "remove-calendar-source",
  ability: "manage-calendar-sources",
  input: sourceIn,
  cases: () => [],
  run: async (command) => {
    const source = await ownSource(command);
    const s = schema.calendarSources;
    await dropReading(command.tx, source);
    await command.tx.delete(s).where(and(eq(s.courtId, source.courtId), eq(s.id, source.id)));
    await command.record({ data: { sourceId: source.id } });
    return ok({ sourceId: source.id });
  },
});
