import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SIDES } from "~/domain/cases/sides";
import { calculatorsFor } from "~/domain/elements/calculators/calculator-list";
import { elementsOf } from "~/domain/elements/sheet";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import * as calculators from "~/i18n/calculators";
import { named } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { Comparison } from "./comparison";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, elements)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, next } = await caseOf(context.deps, actor, localeOf(request), caseId);
  const found = await guarded(() => ask(context.deps, actor, caseElementsQuery, { caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const seesFacts = next.abilities.includes("view-minutes");
  return { header, ...found, seesFacts, canFill: found.isOpen && next.abilities.includes("fill-elements") };
}

/** Both sides of a case's element sheet beside each other. */
export default function ElementSheet() {
  const { header, sheetKey, claimant, respondent, missing, canFill, seesFacts } =
    useLoaderData<typeof loader>();
  const [t, role, tCalculators] = [useText(elements), useText(roles), useText(calculators)];
  const [format, locale] = [useFormat(), useLocale()];
  const saved = useSearchParams()[0].get("saved");
  const sheet = sheetKey ? sheetOf(sheetKey) : null;
  if (!sheet || !claimant || !respondent)
    return (
      <Page>
        <CaseCrumbs header={header} title={t("title")} />
        <Notice title={t("noSheet")}>
          <p>{t("noSheetNext")}</p>
        </Notice>
      </Page>
    );
  const at = { claimant, respondent };
  const sideOf = (side: (typeof SIDES)[number]) => role(`mediation.${side}`);
  const missed = elementsOf(sheet).filter(({ name }) => missing.includes(name));
  return (
    <Page>
      <CaseCrumbs header={header} title={`${t("title")} · ${named(locale, sheet)}`} />
      {saved ? (
        <Notice tone="done" isOutcome>
          <p>{t("saved", { version: saved })}</p>
        </Notice>
      ) : null}
      <p>
        {t("about")} <span className="q2">{t(sheet.isOfficial ? "basedOn" : "ownForm")}</span>
      </p>
      {canFill ? (
        <p className="acts gap">
          {SIDES.map((side) => (
            <LinkButton
              key={side}
              href={`/cases/${header.caseId}/elements/${side}`}
              look={
                at[side].version === 0 && (side === "claimant" || claimant.version > 0) ? "main" : undefined
              }
            >
              {t(side === "claimant" ? "fillClaimant" : "fillRespondent", { side: sideOf(side) })}
            </LinkButton>
          ))}
        </p>
      ) : null}
      <p className="link-row gap no-print">
        {SIDES.filter((side) => at[side].version > 0).map((side) => (
          <Anchor key={side} href={`/cases/${header.caseId}/element-sheet.docx?side=${side}`} download>
            {t("print", { what: t(`pleading.${side}`) })}
          </Anchor>
        ))}
        {claimant.version > 0 ? (
          <Anchor href={`/cases/${header.caseId}/elements/print`}>{t("printPage")}</Anchor>
        ) : null}
      </p>
      {seesFacts ? (
        <p className="link-row gap no-print">
          <Anchor href={`/cases/${header.caseId}/facts`}>{t("factsLink")}</Anchor>
        </p>
      ) : null}
      {canFill ? (
        <p className="link-row gap no-print">
          {calculatorsFor(new Set(elementsOf(sheet).map(({ name }) => name))).map((one) => (
            <Anchor key={one.key} href={`/cases/${header.caseId}/reckon?kind=${one.key}`}>
              {tCalculators("link", { what: named(locale, one) })}
            </Anchor>
          ))}
        </p>
      ) : null}
      {SIDES.map((side) =>
        at[side].savedAt ? (
          <p key={side} className="q2">
            {t("version", {
              side: sideOf(side),
              version: at[side].version,
              at: format.instant(at[side].savedAt ?? ""),
            })}
            {at[side].savedBy
              ? ` · ${t(at[side].isOwn ? "byParty" : "byStaff", { name: at[side].savedBy ?? "" })}`
              : ""}
            {` · ${at[side].isPleading ? t("pleaded", { what: t(`pleading.${side}`) }) : t("notPleaded")}`}
          </p>
        ) : (
          <Notice key={side} title={t("nothingYet", { side: sideOf(side) })}>
            <p>{t("nothingYetNext")}</p>
          </Notice>
        ),
      )}
      {claimant.version > 0 && missed.length > 0 ? (
        <Notice tone="risk">
          <p>
            {t("missing", {
              count: missed.length,
              names: format.list(
                missed.map(({ block, element }) => `${named(locale, block)} · ${named(locale, element)}`),
              ),
            })}
          </p>
        </Notice>
      ) : null}
      <Comparison compared={compareSides(sheet, claimant.answers, respondent.answers)} sheet={sheet} />
    </Page>
  );
}
