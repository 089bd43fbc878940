import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RELATIONS_OF } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import * as evidence from "~/i18n/notice-evidence";
import * as papers from "~/i18n/papers";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { documentsQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { NoticeSection } from "./notice-section";
import { StandingSection } from "./standing-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, papers)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const found = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const { caseId } = found.header;
  const files = await guarded(() => ask(deps, actor, documentsQuery, { caseId }));
  if (!files.ok) throw new Response(null, { status: 404 });
  return {
    header: found.header,
    parties: found.parties.map(({ partyId, name, side }) => ({ partyId, name, side })),
    sessions: found.sessions
      .filter((one) => one.status === "planned" || one.status === "open")
      .map(({ sessionId, startAt, endAt, room, mode }) => ({ sessionId, startAt, endAt, room, mode })),
    documents: [...files.documents].reverse(),
    contacts: found.contactLog.length,
    keepsLog: can(actor, "edit-contacts", RELATIONS_OF[actor.role]).ok,
  };
}

export type Papers = Awaited<ReturnType<typeof loader>>;

export default function Documents() {
  const page = useLoaderData<typeof loader>();
  const [t, say] = [useText(papers), useText(evidence)];
  const path = `/cases/${page.header.caseId}`;
  return (
    <Page>
      <CaseCrumbs
        header={page.header}
        title={t("title")}
        about={t("about")}
        acts={
          <>
            <LinkButton href={`${path}/notices`}>{say("title")}</LinkButton>
            <PrintButton />
          </>
        }
      />
      <StandingSection page={page} />
      <NoticeSection page={page} />
      {page.keepsLog ? (
        <Section id="log" title={t("logs")}>
          <p className="gap">{t("logText", { count: page.contacts })}</p>
          <p className="acts">
            <LinkButton href={`${path}/contact-log.docx`} download icon="download">
              {t("log")}
            </LinkButton>
            <Anchor href={`${path}/contacts`}>{t("toLog")}</Anchor>
          </p>
        </Section>
      ) : null}
    </Page>
  );
}
