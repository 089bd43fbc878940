import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { writeCsv } from "~/adapters/spreadsheets/write.server";
import { ok, type Result, refuse } from "~/domain/result";
import { type Command, verb } from "./command.server";
import { actorIdOf } from "./record.server";
import { carryOut } from "./run-state.server";
import { sheetShape } from "./sheet.server";

const importShape = z.object({
  ...sheetShape,
  /** Who sent the sheet; his columns are known by this name once somebody said which is which. */
  sender: z.string().trim().max(60, "tooLong").default(""),
});
type Sheeted = Command<z.output<typeof importShape>>;
type Upload = { readonly fileId: string; readonly name: string; readonly sha256: string };

const byIdOf = ({ actor }: Sheeted) => (actor.kind === "job" ? uuidv7() : actorIdOf(actor));

/** The rows of another system, kept as the sheet that they are: one way leads from a sheet to cases, and a run can begin again. */
async function keptAsFile(
  command: Sheeted,
  rows: readonly Record<string, string>[],
): Promise<Result<{ upload: Upload }>> {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const bytes = writeCsv([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))]);
  const { tx, courtId, deps, now } = command;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const f = schema.files;
  const [earlier] = await tx
    .select({ id: f.id })
    .from(f)
    .where(and(eq(f.courtId, courtId), eq(f.sha256, sha256)))
    .limit(1);
  if (earlier) return ok({ upload: { fileId: earlier.id, name: "rows", sha256 } });
  const stored = await deps.files.put(bytes, { kinds: ["csv"] });
  if (!stored.ok) return stored;
  const { id, kind, size } = stored.file;
  const row = { courtId, id, name: "rows", type: kind, size, sha256, byId: byIdOf(command), createdAt: now };
  await tx.insert(f).values(row);
  return ok({ upload: { fileId: id, name: "rows", sha256 } });
}

async function uploadOf(command: Sheeted): Promise<Result<{ upload: Upload }>> {
  const { tx, courtId, input } = command;
  if (input.rows?.length) return keptAsFile(command, input.rows);
  if (!input.fileId) return refuse("incomplete", { fields: { fileId: ["required"] } });
  const f = schema.files;
  const [file] = await tx
    .select()
    .from(f)
    .where(and(eq(f.courtId, courtId), eq(f.id, input.fileId)));
  if (!file) return refuse("fileUnreadable", { fields: { fileId: ["invalid"] } });
  return ok({ upload: { fileId: file.id, name: file.name, sha256: file.sha256 } });
}

/**
 * Begins the import of a sheet; the worker carries it out, good rows once, bad ones kept with column and code. The same
 * sheet again is the same run and changes nothing; a corrected one brings in only what is new.
 */
export const importCases = verb({
  name: "import-cases",
  ability: "import-cases",
  input: importShape,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const read = await uploadOf(command);
    if (!read.ok) return read;
    const { fileId, name, sha256 } = read.upload;
    const t = schema.importRuns;
    const [earlier] = await tx
      .select({ id: t.id, status: t.status })
      .from(t)
      .where(
        and(
          eq(t.courtId, courtId),
          eq(t.sha256, sha256),
          inArray(t.status, ["waiting", "running", "unmapped", "done"]),
        ),
      )
      .limit(1);
    if (earlier) {
      await command.record({ data: { runId: earlier.id, again: true } });
      return ok({ runId: earlier.id, status: earlier.status });
    }
    const runId = uuidv7();
    const counts = { good: 0, bad: 0, known: 0 };
    await tx.insert(t).values({
      courtId,
      id: runId,
      fileId,
      name,
      sha256,
      byId: byIdOf(command),
      startedAt: now,
      sender: input.sender,
      status: "waiting",
      ...counts,
    });
    await command.record({ data: { runId, fileId }, effects: [carryOut(runId)] });
    return ok({ runId, status: "waiting" as const });
  },
});
