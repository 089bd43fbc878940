import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import * as docket from "~/i18n/docket";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Button } from "~/ui/button";
import { Docket, DocketBar } from "~/ui/docket";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Empty } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { Anchor, Form } from "~/ui/router";
import { pageTitle } from "../_staff/page-title";
import type { loader as staffLoader } from "../_staff/route";
import { docketOf } from "./docket.server";
import { DocketTable } from "./docket-table";

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, docket)("pageTitle"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return docketOf(context.deps, actor, new URL(request.url).searchParams);
}

/** One day on one sheet: for the desk with everything, for the door without names. */
export default function DayDocket() {
  const shown = useLoaderData<typeof loader>();
  const staff = useRouteLoaderData<typeof staffLoader>("routes/_staff");
  const t = useText(docket);
  const format = useFormat();
  const locale = useLocale();
  const court = staff?.courtName[locale] ?? "";
  return (
    <>
      <DocketBar label={t("bar")}>
        <Anchor href={`/calendar?on=${shown.on}`}>{t("back")}</Anchor>
        <span>{t("how")}</span>
        <Anchor href={`/calendar/docket?on=${shown.on}${shown.isPosted ? "" : "&posted=true"}`}>
          {t(shown.isPosted ? "toInside" : "toPosted")}
        </Anchor>
        <Form method="get" className="line-form">
          {shown.isPosted ? <input type="hidden" name="posted" value="true" /> : null}
          <Field id="on" label={t("on")}>
            <TextInput type="date" name="on" defaultValue={shown.on} />
          </Field>
          <Button>{t("go")}</Button>
        </Form>
      </DocketBar>
      <Docket
        title={t("title", { court })}
        under={[
          { id: "on", text: <b>{format.date(shown.on)}</b> },
          { id: "count", text: t("count", { count: shown.entries.length }) },
          { id: "who", text: t(shown.isPosted ? "posted" : "inside") },
        ]}
        signers={shown.isPosted ? [] : [t("coordinator"), t("clerk")]}
        made={t("made", { at: format.instant(shown.now) })}
      >
        {shown.entries.length === 0 ? (
          <Empty title={t("none")}>{t("noneText")}</Empty>
        ) : (
          <DocketTable shown={shown} />
        )}
      </Docket>
    </>
  );
}
