import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as contacts from "~/i18n/contacts";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { addContact } from "~/services/add-contact.server";
import { recordContact } from "~/services/record-contact.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { fullDetailsOf } from "../_staff.cases_.$id/full-details.server";
import { AttemptTable } from "./attempt-table";
import { Reach } from "./reach";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, contacts)("title"));

/** The assigned mediator works with the numbers, so he sees them at once; everybody else asks for them. Both are recorded. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, parties, contactLog, facts, next } = await caseOf(
    context.deps,
    actor,
    localeOf(request),
    caseId,
  );
  const maySee = next.abilities.includes("see-contacts-unmasked");
  const isOwn = maySee && header.mediator?.id === actor.userId;
  return {
    header,
    parties,
    contactLog,
    facts,
    mayLog: next.events.some(({ event, refusal }) => event === "recordContact" && !refusal),
    mayAdd: next.abilities.includes("edit-contacts"),
    maySee,
    full: isOwn ? await fullDetailsOf(context.deps, actor, caseId) : null,
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const { intent, ...values } = textsOf(form);
  if (intent === "showFull") return { full: await fullDetailsOf(deps, actor, caseId), answer: undefined };
  const input = { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")), caseId };
  const key = `${form.get("_key")}-${values.partyId}-${values.contactPointId ?? ""}`;
  const done =
    intent === "add"
      ? await act(deps, actor, addContact, { ...input, preferred: values.preferred === "on" }, key)
      : await act(deps, actor, recordContact, input, key);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}/contacts?saved=${intent === "add" ? "contact" : "attempt"}`, 303);
}

export default function Contacts() {
  const page = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(contacts);
  const refused = back && "message" in back ? back : undefined;
  const full = (back && "full" in back ? back.full : undefined) ?? page.full ?? undefined;
  const labels: Record<string, string> = {
    value: t("value"),
    result: t("result"),
    words: t("words"),
    nextTryOn: t("nextTry"),
  };
  return (
    <Page>
      <CaseCrumbs
        header={page.header}
        title={t("title")}
        about={t("about", { count: page.facts.contactTriesRequired })}
        acts={<PrintButton label={t("print")} />}
      />
      {search.has("saved") && !refused ? (
        <Notice tone="done" isOutcome>
          <p>{t("saved")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={(name) => labels[name]} />
      <Reach page={page} full={full} answer={refused} />
      <AttemptTable page={page} full={full} />
    </Page>
  );
}
