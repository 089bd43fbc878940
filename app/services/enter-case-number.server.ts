import { z } from "zod";
import { checkCaseNumber } from "~/domain/cases/number";
import { NUMBER_PURPOSES } from "~/domain/cases/number-families";
import { ok, refuse } from "~/domain/result";
import { caseShape, flag } from "./case-act.server";
import { bearNumber } from "./case-number.server";
import { verb } from "./command.server";
import { bearerOf, courtMarks } from "./numbers.server";

/** Enters an official number 案号 that the court's own system gave: checked for form, court, family and uniqueness. */
export const enterCaseNumber = verb({
  name: "enter-case-number",
  ability: "register-case",
  input: z.object({
    ...caseShape,
    number: z.string().trim().min(1, "required").max(60, "tooLong"),
    purpose: z.enum(NUMBER_PURPOSES).default("firstInstance"),
    /** The claimant refused mediation when he handed the suit in: straight to allotment. */
    refusedAtFiling: flag.default(false),
    source: z.enum(["entered", "imported"]).default("entered"),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const court = await courtMarks(tx, courtId);
    const checked = checkCaseNumber(input.number, { courtCode: court.code, purpose: input.purpose });
    if (!checked.ok) return { ...checked, fields: { number: [checked.refusal] } };
    const bearer = await bearerOf(tx, courtId, checked.text);
    if (bearer === row.id) return refuse("alreadyAnswered");
    if (bearer) return refuse("numberTaken", { fields: { number: ["numberTaken"] } });
    const borne = await bearNumber(command, {
      verbName: "enter-case-number",
      text: checked.text,
      family: checked.number.type,
      source: input.source,
      purpose: input.purpose,
      refusedAtFiling: input.refusedAtFiling,
    });
    return borne.ok ? ok({ ...borne, caseNo: checked.text }) : borne;
  },
});
