import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { can } from "~/domain/policy/can";
import * as day from "~/i18n/day";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { renewFeed } from "~/services/renew-feed.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, day)("feed.title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  if (!can(actor, "manage-feed", ["court"]).ok) throw new Response(null, { status: 403 });
  return null;
}

/** The address is the secret: it is answered to this press alone, never kept in a page that could be opened again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const made = await act(context.deps, actor, renewFeed, {});
  if (!made.ok) throw new Error(made.refusal);
  return { address: made.address };
}

/** One's own calendar for phone and computer. */
export default function Feed() {
  const made = useActionData<typeof action>();
  const [t, tShell, tNav] = [useText(day), useText(shell), useText(nav)];
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/calendar", label: tNav("nav.calendar") }, { label: t("feed.title") }]}
      />
      <Head title={t("feed.title")}>{t("feed.about")}</Head>
      {made ? (
        <Notice tone="done" isOutcome>
          <Field id="address" label={t("feed.address")} hint={t("feed.once")}>
            <TextInput readOnly value={made.address} />
          </Field>
        </Notice>
      ) : null}
      <Form method="post" className="gap">
        <p className="gap">{t("feed.note")}</p>
        <p className="gap">
          <Button look="main">{t("feed.do")}</Button>
        </p>
      </Form>
      <Section id="how" title={t("feed.how")}>
        <ul className="papers">
          <li>{t("feed.ios")}</li>
          <li>{t("feed.outlook")}</li>
          <li>{t("feed.google")}</li>
        </ul>
      </Section>
      <Section id="refresh" title={t("feed.refresh")}>
        <p className="gap">{t("feed.refreshText")}</p>
      </Section>
    </Page>
  );
}
