import { z } from "zod";
import { agreedElements } from "./agreed-facts.server";
import { idText } from "./case-act.server";
import { caseHead } from "./case-head.server";
import { factsView } from "./facts-view.server";
import { query } from "./query.server";

/**
 * A case's facts for those among whom it is mediated: put up, signed or not, and what both sides agree on in the element
 * sheet and nobody has put up yet.
 */
export const caseFactsQuery = query({
  name: "case-facts",
  ability: "view-minutes",
  input: z.object({ caseId: idText }),
  run: async (question) => {
    const { tx } = question;
    const row = question.theCase();
    const facts = await factsView(tx, row, await caseHead(tx, row));
    const agreed = await agreedElements(tx, row);
    const isUp = (name: string, text: string) =>
      facts.some((fact) => fact.elementKey === name && fact.text === text);
    return {
      facts,
      agreed: agreed.map((one) => ({
        ...one,
        /** What was put up of it says something else than both sides say now. */
        isOther: facts.some((fact) => fact.elementKey === one.name && fact.text !== one.zh),
        isUp: isUp(one.name, one.zh),
      })),
    };
  },
});
