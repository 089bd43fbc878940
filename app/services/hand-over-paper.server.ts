import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { type Package, packageMissing } from "~/domain/review/package";
import { documentDate } from "~/i18n/agreement-text";
import * as words from "~/i18n/documents";
import { formatFor } from "~/i18n/format";
import { yuan } from "~/i18n/format-money";
import * as reviewCodes from "~/i18n/review-codes";
import { sayAny, textFor } from "~/i18n/text";
import type { CaseHead } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { callingOf, documentParties, presiding } from "./document-parties.server";
import type { PaperData } from "./documents.server";

/** The sheet on top of a package: made from the package alone, so it can say nothing that the package may not hold. */
export async function handOverPaper(
  tx: Tx,
  row: CaseRow,
  head: CaseHead,
  content: Package,
  by: { by: string; at: DateTime },
): Promise<PaperData<"handOver">> {
  const t = textFor("zh-CN", words);
  const day = (on: string | null | undefined) => (on ? documentDate("zh-CN", on) : t("dueNone"));
  const { agreement } = content;
  const teams = schema.teams;
  const [team] = row.teamId
    ? await tx
        .select({ name: teams.name })
        .from(teams)
        .where(and(eq(teams.courtId, row.courtId), eq(teams.id, row.teamId)))
    : [];
  const missing = packageMissing(content);
  const check = (item: string, holds: boolean) => ({
    item: sayAny("zh-CN", reviewCodes, item),
    result: t(holds ? "check.yes" : "check.no"),
    note: "",
  });
  const settled = content.kind === "settled";
  return {
    caseNo: content.caseNumber ?? content.registrationNumber,
    regime: t(`regime.${content.regime}`),
    cause: head.cause.zh,
    amount: content.amountFen === null ? t("dueNone") : yuan(content.amountFen),
    orgName: presiding(head),
    mediator: content.mediation.mediatorName,
    route: t(agreement ? `route.${agreement.route}` : "route.failed"),
    agreementNo: agreement?.number ?? t("dueNone"),
    effectiveOn: day(agreement?.effectiveOn),
    dueOn: day(agreement?.applyUntilOn),
    team: team?.name ?? t("dueNone"),
    handedOverBy: by.by,
    handedOverAt: formatFor("zh-CN").instant(by.at.toUTC().toISO() as string),
    note: "",
    parties: documentParties(head, callingOf(row)),
    checks: [
      check(
        "check.identityVerified",
        content.parties.every((party) => party.identityVerified),
      ),
      ...(settled
        ? [
            check("check.agentsAuthorised", !missing.includes("agentUnauthorised")),
            check("check.bothApplied", !missing.includes("applicationMissing")),
            check("check.recusalClear", row.recusalPendingAt === null),
          ]
        : []),
    ],
    attachments: content.documents.map((one, index) => ({
      no: String(index + 1),
      name: one.name,
      pages: t("pages"),
    })),
  };
}
