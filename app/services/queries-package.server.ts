import { z } from "zod";
import { packageMissing } from "~/domain/review/package";
import { packageKindOf, packageOf } from "./package-sources.server";
import { query } from "./query.server";

/**
 * The package of a case as it would be handed over now, settled or failed, with what it lacks. Only for those who hand
 * over: an agreement that is still on the table stands in it, and a judge may not see one (INV 22, ONL 18). The
 * confidential tables are not read. Dates are YYYY-MM-DD in court time.
 */
export const packagePreviewQuery = query({
  name: "package-preview",
  ability: "hand-over",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async ({ tx, theCase }) => {
    const row = theCase();
    const { agreement, ...content } = await packageOf(tx, row);
    return {
      kind: packageKindOf(row),
      fee: row.fee,
      content,
      agreement: agreement
        ? {
            number: agreement.number,
            route: agreement.route,
            effectiveOn: agreement.effectiveOn,
            applyUntilOn: agreement.applyUntilOn,
            appliedBy: agreement.appliedBy.map(String),
            obligations: agreement.terms.obligations.length,
          }
        : null,
      missing: packageMissing({ ...content, agreement }),
    };
  },
});
