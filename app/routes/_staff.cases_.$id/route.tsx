import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as casePage from "~/i18n/case-page";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { caseSafetyQuery } from "~/services/queries-safety.server";
import { ask } from "~/services/query.server";
import { Columns, Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { caseOf } from "./case.server";
import { CaseHead } from "./case-head";
import { ClockSection } from "./clock-section";
import { DoneNotice } from "./done-notice";
import { DueSection } from "./due-section";
import { fullDetailsOf } from "./full-details.server";
import { LineSection } from "./line-section";
import { numberOf } from "./names";
import { NextSection } from "./next-section";
import { OfferSection } from "./offer-section";
import { PartySection } from "./party-section";
import { SafetyNotice } from "./safety-notice";
import { SessionSection } from "./session-section";
import {
  AgreementSection,
  DisputeSection,
  DocumentSection,
  PeopleSection,
  UndisputedSection,
} from "./side-sections";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, () => (data ? numberOf(data.header) : ""));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const shown = await caseOf(context.deps, actor, localeOf(request), params.id ?? "");
  const { caseId } = shown.header;
  const safety = shown.next.abilities.includes("view-safety")
    ? await guarded(() => ask(context.deps, actor, caseSafetyQuery, { caseId }))
    : null;
  return { ...shown, safety: safety?.ok ? safety.flag : null };
}

/** The one act of this page itself: showing personal data in full, which is recorded. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return { full: await fullDetailsOf(context.deps, actor, params.id ?? "") };
}

export default function CasePage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(casePage);
  return (
    <Page>
      <CaseHead shown={shown} />
      <DoneNotice stage={shown.header.stage} />
      {shown.safety ? <SafetyNotice shown={shown} flag={shown.safety} /> : null}
      <Columns kind="case">
        <div>
          <NextSection shown={shown} />
          <ClockSection
            clocks={shown.clocks}
            awaited={shown.awaited}
            href={
              shown.clocks.length > 0 && shown.next.abilities.includes("name-clock-owner")
                ? `/cases/${shown.header.caseId}/clocks`
                : undefined
            }
          />
          <LineSection shown={shown} />
          <UndisputedSection shown={shown} />
        </div>
        <div>
          <PartySection shown={shown} full={answer?.full} />
          <Section id="contacts" title={t("contactsLink")}>
            <p className="gap">
              <Anchor href={`/cases/${shown.header.caseId}/contacts`}>
                {t("contactsNote", { count: shown.contactLog.length })}
              </Anchor>
            </p>
          </Section>
          <SessionSection shown={shown} />
          <OfferSection shown={shown} />
          <PeopleSection header={shown.header} />
          <AgreementSection shown={shown} />
          <DueSection shown={shown} />
          <DisputeSection header={shown.header} />
          <DocumentSection shown={shown} />
        </div>
      </Columns>
    </Page>
  );
}
