import { z } from "zod";
import { dateSchema } from "~/domain/mediation/agreement";
import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { addTemplateVersion } from "./template-version-added.server";
import { TEMPLATE_KINDS } from "./template-versions.server";

/** From a court day on the built-in template holds again; the court's own stay among the versions. */
export const restoreTemplate = verb({
  name: "restore-template",
  ability: "manage-templates",
  input: z.object({ kind: z.enum(TEMPLATE_KINDS), effectiveOn: dateSchema }),
  cases: () => [],
  run: async (command) => {
    const { input, today } = command;
    if (input.effectiveOn < today) return refuse("invalidInput", { fields: { effectiveOn: ["datePast"] } });
    return ok(await addTemplateVersion(command, { ...input, fileId: null, sha256: null, name: "" }));
  },
});
