import { z } from "zod";
import { familiesFor, renderCaseNumber } from "~/domain/cases/number";
import { NUMBER_PURPOSES } from "~/domain/cases/number-families";
import { ok, refuse } from "~/domain/result";
import { caseShape, flag } from "./case-act.server";
import { bearNumber } from "./case-number.server";
import { verb } from "./command.server";
import { bearerOf, courtMarks, nextSerial } from "./numbers.server";

/** Issues the next official number of its family; only in a court that has switched this on (settings.issuesCaseNumbers). */
export const issueCaseNumber = verb({
  name: "issue-case-number",
  ability: "register-case",
  input: z.object({
    ...caseShape,
    purpose: z.enum(NUMBER_PURPOSES).default("firstInstance"),
    refusedAtFiling: flag.default(false),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, settings, today } = command;
    if (!settings.issuesCaseNumbers) return refuse("routeNotOpen");
    const year = Number(today.slice(0, 4));
    const [family] = familiesFor(input.purpose, year);
    if (!family) return refuse("numberFamilyUnknown");
    const { code } = await courtMarks(tx, courtId);
    // A number that somebody entered by hand is passed over, never given again.
    let text: string;
    do {
      const serial = await nextSerial(tx, courtId, family, year);
      text = renderCaseNumber({ year, courtCode: code, type: family, serial, part: null });
    } while (await bearerOf(tx, courtId, text));
    const borne = await bearNumber(command, {
      verbName: "issue-case-number",
      text,
      family,
      source: "issued",
      purpose: input.purpose,
      refusedAtFiling: input.refusedAtFiling,
    });
    return borne.ok ? ok({ ...borne, caseNo: text }) : borne;
  },
});
