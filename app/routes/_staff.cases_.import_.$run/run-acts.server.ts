import type { UserActor } from "~/domain/policy/actor";
import { ok, type Result, refuse } from "~/domain/result";
import { act } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { dropImportRow } from "~/services/drop-import-row.server";
import { fixImportRow } from "~/services/fix-import-row.server";
import { mapImportColumns } from "~/services/map-import-columns.server";
import { undoImport } from "~/services/undo-import.server";

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Fields named `<prefix><key>` as key -> text. */
const fieldsIn = (form: FormData, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === "string" ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** What the page's forms ask of the run; `search` tells the page what became of it. */
export async function actOnRun(
  deps: Deps,
  actor: UserActor,
  runId: string,
  form: FormData,
): Promise<Result<{ search: string }>> {
  const row = textIn(form, "row");
  // Lines that were passed over stay passed over.
  const after = Number(textIn(form, "after")) || 0;
  const told = (what: string, anchor = "") => ok({ search: `?after=${after}&${what}=${row}${anchor}` });
  switch (textIn(form, "intent")) {
    case "fix": {
      const fixed = await act(deps, actor, fixImportRow, { runId, row, cells: fieldsIn(form, "cell.") });
      if (!fixed.ok) return fixed;
      if (fixed.isIn) return told("fixed");
      return fixed.isKnown ? told("known") : told("still", `#row-${fixed.row}`);
    }
    case "drop": {
      const dropped = await act(deps, actor, dropImportRow, { runId, row });
      return dropped.ok ? told("dropped") : dropped;
    }
    case "map": {
      const said = Object.entries(fieldsIn(form, "column.")).filter(([, header]) => header);
      const headers = said.map(([, header]) => header);
      if (new Set(headers).size < headers.length)
        return refuse("invalidInput", { fields: { columns: ["columnTwice"] } });
      const mapped = await act(deps, actor, mapImportColumns, {
        runId,
        columns: Object.fromEntries(said.map(([key, header]) => [header, key])),
        sender: textIn(form, "sender"),
      });
      return mapped.ok ? ok({ search: "" }) : mapped;
    }
    case "undo": {
      const undone = await act(deps, actor, undoImport, { runId, reason: textIn(form, "reason") });
      return undone.ok ? ok({ search: "" }) : undone;
    }
    default:
      return refuse("invalidInput");
  }
}
