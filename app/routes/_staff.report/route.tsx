import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plusDays } from "~/domain/cases/calendar";
import { can } from "~/domain/policy/can";
import * as report from "~/i18n/report";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { dailyReportQuery } from "~/services/queries-report.server";
import { ask } from "~/services/query.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Head, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { FigureSection } from "./figure-section";
import { GROUPS, listBehind } from "./groups";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (locale) => `${textFor(locale, report)("title")} ${data?.on ?? ""}`);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const on = new URL(request.url).searchParams.get("on") ?? undefined;
  const found = await guarded(() => ask(deps, actor, dailyReportQuery, { on }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const readsTrail = can(actor, "view-records", ["court"]).ok;
  const now = deps.clock.now();
  return {
    on: found.on,
    figures: found.figures.map(({ code, count, filter }) => ({
      code,
      count,
      href: listBehind(code, filter, found.on, readsTrail),
    })),
    at: now.toUTC().toISO() ?? "",
    today: now.setZone("Asia/Shanghai").toISODate() ?? "",
  };
}

export type DailyReport = Awaited<ReturnType<typeof loader>>;

export default function Report() {
  const page = useLoaderData<typeof loader>();
  const t = useText(report);
  const format = useFormat();
  const { on, today } = page;
  const isToday = on === today;
  return (
    <Page>
      <Head
        title={t("title")}
        acts={
          <>
            <PrintButton />
            <LinkButton href={`/report/export.xlsx?on=${on}`} download icon="download">
              {t("export")}
            </LinkButton>
          </>
        }
      >
        {t("about", { on: format.date(on), at: format.instant(page.at) })}
      </Head>
      <Form method="get" action="/report" className="bar no-print" key={on}>
        <Field id="on" label={t("on")}>
          <TextInput type="date" name="on" max={today} defaultValue={on} />
        </Field>
        <Button>{t("show")}</Button>
        <LinkButton look="quiet" href={`/report?on=${plusDays(on, -1)}`} icon="prev">
          {t("previousDay")}
        </LinkButton>
        {isToday ? null : (
          <>
            <LinkButton look="quiet" href={`/report?on=${plusDays(on, 1)}`} iconAfter="next">
              {t("nextDay")}
            </LinkButton>
            <LinkButton look="quiet" href="/report">
              {t("today")}
            </LinkButton>
          </>
        )}
      </Form>
      {GROUPS.map((group) => (
        <FigureSection key={group.id} group={group} page={page} />
      ))}
    </Page>
  );
}
