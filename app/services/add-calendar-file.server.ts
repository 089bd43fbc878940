import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { ownerOf, sourceName } from "./add-calendar-source.server";
import {
  keepReading,
  MOST_SOURCES,
  readAt,
  readColumns,
  sourceCount,
  unreadable,
} from "./calendar-source-rows.server";
import { verb } from "./command.server";

const MOST_BASE64 = 14 * 1024 * 1024;

/** Brings in a calendar of one's own as a file; it is read at once and the file itself is not kept. */
export const addCalendarFile = verb({
  name: "add-calendar-file",
  ability: "manage-calendar-sources",
  input: z.object({
    name: sourceName,
    /** The file's bytes in base64. */
    content: z
      .string()
      .min(1, "required")
      .max(MOST_BASE64, "tooLong")
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, "fileUnreadable"),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, deps, courtId, input, now } = command;
    const personId = ownerOf(command);
    if ((await sourceCount(tx, courtId, personId)) >= MOST_SOURCES) return refuse("overCapacity");
    const bytes = Buffer.from(input.content, "base64");
    const reading = readAt(bytes, now);
    const fault = unreadable(reading);
    if (fault) return refuse(fault === "tooLarge" ? "fileTooLarge" : "fileUnreadable");
    const id = uuidv7();
    const source = { courtId, id, personId };
    const hash = createHash("sha256").update(bytes).digest();
    await tx.insert(schema.calendarSources).values({
      ...source,
      ...readColumns(reading, now, hash),
      kind: "file",
      name: input.name,
      createdAt: now,
    });
    await keepReading(tx, deps, source, reading);
    const { entries, skipped } = reading;
    await command.record({ data: { sourceId: id, entries, skipped: skipped.length } });
    return ok({ sourceId: id, entries, busy: reading.busy.length, skipped: skipped.length });
  },
});
