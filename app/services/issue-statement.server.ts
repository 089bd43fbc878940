import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { keepAndIssue } from "./decisions.server";

/** Makes the court's mediation statement of the agreement (CPL 100); it takes effect when both sides have signed for it. */
export const issueStatement = verb({
  name: "issue-statement",
  ability: "issue-statement",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "issue-statement", {
      event: "issueStatement",
      change: { outcome: "statement", route: "statement" },
    });
    if (!acted.ok) return acted;
    const made = await keepAndIssue(command, acted.row, { kind: "statement", at: acted.at });
    await recordAct(command, acted, made);
    return ok({ ...standing(acted), ...made });
  },
});
