import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { failureReason } from "~/domain/notices/failure-reasons";
import * as evidence from "~/i18n/notice-evidence";
import * as list from "~/i18n/notice-list";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { caseNoticesQuery } from "~/services/queries-case-notices.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { useTaskWords } from "../_staff.tasks/task-words";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, evidence)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { deps } = context;
  const { header } = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const found = await guarded(() => ask(deps, actor, caseNoticesQuery, { caseId: header.caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { header, notices: found.notices };
}

/** What was sent to whom about a case, by which ways, and what became of it. */
export default function EvidencePage() {
  const { header, notices } = useLoaderData<typeof loader>();
  const [t, say] = [useText(evidence), useText(list)];
  const format = useFormat();
  const words = useTaskWords();
  const detailOf = (channel: string, { status, detail }: { status: string; detail: string | null }) => {
    // What a server answered is a code; the post writes words.
    const isCode = channel !== "paper" && (status === "bounced" || status === "failed");
    return isCode && detail
      ? words.reason({ code: detail, reason: failureReason(detail), why: null })
      : detail;
  };
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={t("title")}
        about={t("about", { count: notices.length })}
        acts={
          <>
            <LinkButton href={`/cases/${header.caseId}/notices.xlsx`} download icon="download">
              {t("export")}
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      {notices.length === 0 ? <Empty title={t("none")}>{t("noneText")}</Empty> : null}
      {notices.map((one, n) => (
        <Section
          key={one.id}
          // Several say the same to the same person: a number tells them apart.
          title={`${n + 1}. ${t(`kind.${one.kind}`)} · ${one.recipientMasked}`}
          note={[
            format.instant(one.createdAt),
            t("code", { code: one.code }),
            one.startAt && one.endAt ? format.range(one.startAt, one.endAt) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          {one.reply && one.repliedAt ? (
            <p className="gap">
              {t("answered", {
                reply: say(`reply.${one.reply}` as "reply.accepted"),
                at: format.instant(one.repliedAt),
              })}
            </p>
          ) : null}
          <ul className="attn">
            {one.ways.map((way) => (
              <li key={way.id}>
                <b>{say(`channel.${way.channel}`)}</b> {way.addressMasked}{" "}
                {way.tracking ? t("tracking", { number: way.tracking }) : null}
                <ol>
                  {way.events.map((step) => (
                    <li key={step.id}>
                      {format.instant(step.at)} {say(`status.${step.status}` as "status.sent")}
                      {step.detail ? ` · ${detailOf(way.channel, step)}` : null}
                    </li>
                  ))}
                </ol>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
