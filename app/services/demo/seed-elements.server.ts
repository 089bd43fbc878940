import { ELEMENT_EXAMPLES } from "#db/seed/element-examples";
import { sheetFor } from "~/domain/elements/sheet-list";
import type { Walked } from "./seed-cases.server";

/** Amounts of disputes without one: a divorce is about no sum. */
const NO_AMOUNT = 0;

/**
 * Both sides of an example fill in the sheet of their cause, by the very verb: the claimant hands its side in as the
 * complaint, the respondent its own as the answer.
 */
export async function fillSheet({ walker, plan, caseId, amountFen }: Walked): Promise<void> {
  const sheet = plan.isExample ? sheetFor(plan.kind.cause) : null;
  const example = sheet ? ELEMENT_EXAMPLES[sheet.key] : undefined;
  if (!example) return;
  const total = amountFen ?? NO_AMOUNT;
  const clerk = walker.as("clerk");
  const claimant = { caseId, side: "claimant", version: 0, answers: example.claimant(total) };
  await walker.run(clerk, "fill-elements", claimant);
  if (!example.respondent) return;
  const respondent = { caseId, side: "respondent", version: 0, to: 1, answers: example.respondent(total) };
  await walker.run(clerk, "fill-elements", { ...respondent, isPleading: true });
}
