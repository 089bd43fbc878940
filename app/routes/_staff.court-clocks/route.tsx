import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import { articleText } from "~/i18n/article-text";
import * as clocks from "~/i18n/clocks";
import * as words from "~/i18n/court-clocks";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { clockRulesQuery } from "~/services/queries-clock-rules.server";
import { ask } from "~/services/query.server";
import { setClockRules } from "~/services/set-clock-rules.server";
import { Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { choicesOf } from "./choices";
import { ChoicesForm } from "./choices-form";
import { RuleTable } from "./rule-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, words)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, clockRulesQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  const locale = localeOf(request);
  const t = textFor(locale, clocks);
  return {
    warnDays: found.warnDays,
    rules: found.rules.map((rule) => ({
      code: rule.code,
      name: t(rule.code),
      length: rule.length === null ? "" : t(`length.${rule.unit}`, { count: rule.length }),
      days: rule.length,
      usual: rule.usual,
      article: articleText(locale, rule.article),
      extension: t(`extension.${rule.extension}`),
      isOwn: rule.article === "local",
      isRead: rule.verified,
      isOn: rule.isOn,
    })),
    mayManage: can(actor, "manage-court", ["court"]).ok,
    formKey: uuid(),
  };
}
export type RulesShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const key = String(form.get("_key") ?? "");
  const done = await act(context.deps, actor, setClockRules, choicesOf(form), key);
  return done.ok ? redirect("/court-clocks?done=true", 303) : refuseForm(request, done, form);
}

/** The rules that this court counts by; what is its own to decide, the administrator decides here. */
export default function CourtClocks() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(words);
  const refused = answer && "message" in answer ? answer : undefined;
  const labelOf = (name: string) =>
    name.startsWith("warnDays")
      ? t("warnDays")
      : shown.rules.find((rule) => name === `lengths.${rule.code}`)?.name;
  return (
    <Page>
      <Head title={t("title")}>{t("about")}</Head>
      {search.get("done") && !refused ? (
        <Notice tone="done" isOutcome>
          <p>{t("saved")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={labelOf} />
      {shown.mayManage ? <ChoicesForm shown={shown} answer={refused} /> : null}
      <RuleTable rules={shown.rules} />
    </Page>
  );
}
