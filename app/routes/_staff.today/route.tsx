import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as day from "~/i18n/day";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { LinkButton } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "../_staff/page-title";
import { AskSection } from "./ask-section";
import { dayOf } from "./day.server";
import { DueSection } from "./due-section";
import { PlanSection } from "./plan-section";

export const handle: PageHandle = { isTouch: true };

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, day)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return dayOf(context.deps, actor, new URL(request.url).searchParams.get("on"));
}

/** A mediator's or lawyer's day, made for a phone. */
export default function Today() {
  const page = useLoaderData<typeof loader>();
  const t = useText(day);
  const format = useFormat();
  const next = page.sessions.find((one) => one.status === "planned" && one.startAt > page.now);
  const left = next ? Math.round((Date.parse(next.startAt) - Date.parse(page.now)) / 60_000) : 0;
  return (
    <main className="party mday" id="main" tabIndex={-1}>
      <div>
        <h1>{format.spokenDate(page.on)}</h1>
        <p className="q2">
          {page.sessions.length > 0 ? t("about", { count: page.sessions.length }) : t("aboutNone")}{" "}
          {next && page.on === page.today
            ? t("aboutNext", { time: format.time(next.startAt), left: format.duration(left) })
            : null}
        </p>
        <nav className="acts gap" aria-label={t("days")}>
          <LinkButton href={`/today?on=${page.before}`} icon="prev">
            {t("before")}
          </LinkButton>
          {page.on === page.today ? null : <LinkButton href="/today">{t("today")}</LinkButton>}
          <LinkButton href={`/today?on=${page.after}`} iconAfter="next">
            {t("after")}
          </LinkButton>
        </nav>
      </div>
      <AskSection page={page} />
      <PlanSection page={page} />
      <DueSection page={page} />
    </main>
  );
}
