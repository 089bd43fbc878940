import { z } from "zod";
import { duesShown } from "./case-dues.server";
import { query } from "./query.server";

/** The obligations of a case, for those who enter one by one what was performed. */
export const duesQuery = query({
  name: "dues",
  ability: "record-performed",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => ({ dues: await duesShown(question.tx, question.theCase(), question.today) }),
});
