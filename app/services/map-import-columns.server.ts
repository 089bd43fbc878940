import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { CASE_COLUMNS, CASE_KEYS, NEEDED } from "./case-sheet.server";
import { verb } from "./command.server";
import { carryOut, changeRun, lockRun } from "./run-state.server";

/**
 * Says which column of a sheet is which, and has its import carried out. It is remembered for whoever sent the sheet, so
 * that his next one needs nobody.
 */
export const mapImportColumns = verb({
  name: "map-import-columns",
  ability: "import-cases",
  input: z.object({
    runId: idText,
    /** Header of the sheet -> column key; what is left out means nothing here. */
    columns: z.record(z.string().max(200), z.enum(CASE_KEYS)),
    sender: z.string().trim().max(60, "tooLong").default(""),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, now, input } = command;
    const { runId, columns } = input;
    const run = await lockRun(command, runId);
    if (run.status !== "unmapped") return refuse("alreadyAnswered");
    const said = Object.entries(columns).filter(([header]) => run.headers.includes(header));
    const keys = said.map(([, key]) => key);
    const missing = NEEDED.filter((key) => !keys.includes(key)).map((key) => CASE_COLUMNS[key][0]);
    if (missing.length) return refuse("incomplete", { params: { columns: missing } });
    if (new Set(keys).size < keys.length)
      return refuse("invalidInput", { fields: { columns: ["columnTwice"] } });
    const sender = input.sender || run.sender;
    const kept = { columns: Object.fromEntries(said), changedAt: now };
    const t = schema.importSenders;
    if (sender)
      await tx
        .insert(t)
        .values({ courtId, name: sender, ...kept })
        .onConflictDoUpdate({ target: [t.courtId, t.name], set: kept });
    await changeRun(command, runId, { status: "waiting", sender, columns: kept.columns });
    await command.record({
      data: { runId, columns: keys },
      effects: [carryOut(runId, `:mapped:${now.toMillis()}`)],
    });
    return ok({ runId, status: "waiting" as const });
  },
});
