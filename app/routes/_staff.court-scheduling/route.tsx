import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as words from "~/i18n/court-scheduling";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { clearSchedulingRule } from "~/services/clear-scheduling-rule.server";
import { schedulingRulesQuery } from "~/services/queries-scheduling-rules.server";
import { ask } from "~/services/query.server";
import { setSchedulingRules } from "~/services/set-scheduling-rules.server";
import { Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { nested, textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { DaySection } from "./day-section";
import { useLabels } from "./labels";
import { RulesForm } from "./rules-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, words)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const validFrom = new URL(request.url).searchParams.get("from") || undefined;
  const found = await guarded(() => ask(context.deps, actor, schedulingRulesQuery, { validFrom }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, formKey: uuid() };
}
export type RulesShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const key = String(form.get("_key") ?? "");
  if (form.get("intent") === "clear") {
    const { rule, validFrom } = textsOf(form);
    const cleared = await act(context.deps, actor, clearSchedulingRule, { rule, validFrom }, key);
    if (!cleared.ok) return refuseForm(request, cleared, form);
    return redirect("/court-scheduling?done=cleared", 303);
  }
  const texts = Object.entries(textsOf(form));
  // `nested` leaves blanks out, and what is left out stays: a blank field has to be refused instead.
  const blanks = texts.filter(([, text]) => !text.trim()).map(([name]) => name);
  const empty = Object.fromEntries(
    blanks.map((name) => (name.startsWith("rankingWeights.") ? ["rankingWeights", {}] : [name, ""])),
  );
  const input = { ...empty, ...nested(texts) };
  const done = await act(context.deps, actor, setSchedulingRules, input, key);
  if (!done.ok) return refuseForm(request, done, form);
  const count = done.changed.length;
  return redirect(`/court-scheduling?from=${done.validFrom}&done=${count}`, 303);
}

/** How the court plans its sessions, from a day on; the administrator's page. */
export default function CourtScheduling() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(words);
  const format = useFormat();
  const labelOf = useLabels();
  const refused = answer && "message" in answer ? answer : undefined;
  const done = search.get("done");
  return (
    <Page>
      <Head title={t("title")}>{t("about")}</Head>
      {done && !refused ? (
        <Notice tone="done" isOutcome>
          <p>
            {done === "cleared"
              ? t("cleared")
              : done === "0"
                ? t("savedNone")
                : t("saved", { on: format.date(shown.on) })}
          </p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={labelOf} />
      <DaySection shown={shown} />
      <RulesForm key={shown.on} shown={shown} answer={refused} />
    </Page>
  );
}
