import type { UserActor } from "~/domain/policy/actor";
import * as agreementPage from "~/i18n/agreement-page";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { textFor } from "~/i18n/text";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { agreementPageQuery } from "~/services/queries-agreement-screens.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { caseOf } from "../_staff.cases_.$id/case.server";

/** The agreement's page: its text in the reader's language, what it lacks in words, the routes with the reason why not. */
export async function agreementOf(deps: Deps, actor: UserActor, locale: Locale, caseId: string) {
  const { header, chances } = await caseOf(deps, actor, locale, caseId);
  const found = await guarded(() => ask(deps, actor, agreementPageQuery, { caseId: header.caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const { agreement, routes, ...rest } = found;
  const sheet = await guarded(() => ask(deps, actor, caseElementsQuery, { caseId: header.caseId }));
  if (!sheet.ok) throw new Response(null, { status: 404 });
  const t = textFor(locale, agreementPage);
  return {
    ...rest,
    caseId: header.caseId,
    header,
    chances,
    sheet: { sheetKey: sheet.sheetKey, claimant: sheet.claimant, respondent: sheet.respondent },
    maySign: ["mediator", "orgManager", "coordinator"].includes(actor.role),
    agreement: agreement
      ? {
          ...agreement,
          lines: locale === "zh-CN" ? agreement.lines.zh : agreement.lines.en,
          missing: agreement.missing.map((one) => missingText(locale, one.code, one.params) ?? one.code),
        }
      : null,
    routes: routes.map(({ route, refusal }) => ({
      route,
      why: refusal
        ? route === "confirm" || route === "statement"
          ? t(`why.${route}`)
          : route === "withdraw"
            ? t("why.statement")
            : refusalText(locale, refusal)
        : null,
    })),
  };
}

export type AgreementShown = Awaited<ReturnType<typeof agreementOf>>;
export type Agreement = NonNullable<AgreementShown["agreement"]>;
