import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as casePage from "~/i18n/case-page";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { useLine } from "../_staff.cases_.$id/line-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, casePage)("allRecords"));

/** A page of the record; older ones follow by the number of the last entry. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const before = new URL(request.url).searchParams.get("before") ?? undefined;
  const { header, timeline } = await caseOf(context.deps, actor, localeOf(request), params.id ?? "", before);
  return { header, timeline, isLater: before !== undefined };
}

export default function Records() {
  const { header, timeline, isLater } = useLoaderData<typeof loader>();
  const [t, tShell] = [useText(casePage), useText(shell)];
  const line = useLine();
  const last = timeline.at(-1)?.seq ?? 1;
  const path = `/cases/${header.caseId}/records`;
  return (
    <Page>
      <CaseCrumbs header={header} title={t("allRecords")} acts={<PrintButton />} />
      <Section id="line" title={t("line")} isTitleHidden>
        <Timeline entries={timeline.map(line)} />
      </Section>
      <nav className="pager" aria-label={tShell("pages")}>
        <div className="acts">
          {isLater ? (
            <LinkButton href={path} icon="prev">
              {tShell("previousPage")}
            </LinkButton>
          ) : null}
          {last > 1 ? (
            <LinkButton href={`${path}?before=${last}`} iconAfter="next">
              {tShell("nextPage")}
            </LinkButton>
          ) : null}
        </div>
      </nav>
    </Page>
  );
}
