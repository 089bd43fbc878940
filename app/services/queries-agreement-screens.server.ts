import { z } from "zod";
import { SETTLED_ROUTES } from "~/domain/cases/routes";
import { termsSchema } from "~/domain/mediation/agreement";
import { agreementView } from "./agreement-view.server";
import { caseHead } from "./case-head.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { closedRoute } from "./draft-agreement.server";
import { isInCircle } from "./mediation-circle.server";
import { query } from "./query.server";

const caseId = z.string().uuid("idMalformed");
const NO_TERMS = termsSchema.parse({ obligations: [] });

/** The agreement with its terms, who signs, and which routes are open to the case; unsigned it is the mediation's own. */
export const agreementPageQuery = query({
  name: "agreement-page",
  ability: "view-agreement",
  input: z.object({ caseId }),
  run: async ({ tx, actor, theCase, today }) => {
    const row = theCase();
    const head = await caseHead(tx, row);
    const found = await agreementView(tx, row, head);
    const agreement = found && (found.effectiveAt || isInCircle(actor)) ? found : null;
    const documents = (await readableDocuments(tx, actor, row)).map(documentShown);
    return {
      agreement,
      today,
      parties: head.parties.map((party) => ({
        partyId: party.id,
        side: party.side,
        name: party.name,
        agents: party.agents.map((agent) => ({
          agentId: agent.id,
          name: agent.name,
          authority: agent.authority,
        })),
      })),
      mediatorName: head.mediatorName,
      orgName: head.org?.name ?? null,
      routes: SETTLED_ROUTES.map((route) => ({
        route,
        refusal: closedRoute(row, { route, terms: agreement?.terms ?? NO_TERMS }),
      })),
      papers: documents.filter((one) => one.kind === "agreement" || one.kind === "confirmationApplication"),
    };
  },
});
