import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { CHECK_ITEMS, CHECKLIST, isMachineItem } from "~/domain/review/checklist";
import { currentAgreement } from "./agreement-facts.server";
import { act, caseShape, recordAct } from "./case-act.server";
import { verb } from "./command.server";
import { setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";

/** Answers one item that only the judge can answer; `open` takes an answer back. What the file proves nobody ticks. */
export const checkItem = verb({
  name: "check-item",
  ability: "check-item",
  input: z.object({
    ...caseShape,
    item: z.enum(CHECK_ITEMS).refine((item) => !isMachineItem(item), "invalid"),
    answer: z.enum(["yes", "no", "open"]),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx } = command;
    const acted = await act(command, "check-item", { event: "checkItem" });
    if (!acted.ok) return acted;
    const handed = await currentPackage(tx, acted.row);
    const agreement = await currentAgreement(tx, acted.row);
    const route = agreement?.route;
    if (
      !handed ||
      (route !== "confirm" && route !== "statement") ||
      !CHECKLIST[input.item].routes.includes(route)
    )
      return refuse("invalidInput", { fields: { item: ["invalid"] } });
    const { [input.item]: _before, ...others } = handed.checklist;
    const checklist = input.answer === "open" ? others : { ...others, [input.item]: input.answer === "yes" };
    await setPackage(command, handed.id, { checklist });
    await recordAct(command, acted, { item: input.item, answer: input.answer });
    return ok({ item: input.item, answer: input.answer });
  },
});
