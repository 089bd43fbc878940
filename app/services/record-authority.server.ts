import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { caseShape, idText } from "./case-act.server";
import { verb } from "./command.server";
import { happened } from "./happened.server";

/** Enters what an agent's power of attorney allows: settling needs special authority (CPL 62, INT 89). */
export const recordAuthority = verb({
  name: "record-authority",
  ability: "record-authority",
  input: z.object({ ...caseShape, agentId: idText, authority: z.enum(["general", "special"]) }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const when = await happened(command, input.caseId, "record-authority");
    if (!when.ok) return when;
    const a = schema.agents;
    const changed = await tx
      .update(a)
      .set({ authority: input.authority })
      .where(and(eq(a.courtId, courtId), eq(a.caseId, input.caseId), eq(a.id, input.agentId)))
      .returning({ id: a.id });
    if (!changed.length) return refuse("partyUnknown", { fields: { agentId: ["notChosen"] } });
    await command.record({
      caseId: input.caseId,
      happenedAt: when.at,
      data: { agentId: input.agentId, authority: input.authority },
    });
    return ok({ caseId: input.caseId, agentId: input.agentId, authority: input.authority });
  },
});
