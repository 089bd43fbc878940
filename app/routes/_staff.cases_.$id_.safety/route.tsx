import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { SAFETY_KINDS } from "~/domain/scheduling/safety";
import * as roles from "~/i18n/roles";
import * as safety from "~/i18n/safety";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { endSafety } from "~/services/end-safety.server";
import { caseSafetyQuery } from "~/services/queries-safety.server";
import { ask } from "~/services/query.server";
import { setSafety } from "~/services/set-safety.server";
import { Button } from "~/ui/button";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { nameIn } from "../_staff.cases_.$id/names";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, safety)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, parties, next } = await caseOf(context.deps, actor, localeOf(request), caseId);
  if (!next.abilities.includes("set-safety")) throw new Response(null, { status: 403 });
  const found = await guarded(() => ask(context.deps, actor, caseSafetyQuery, { caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { header, parties, ...found, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const caseId = params.id ?? "";
  const { intent, ...put } = textsOf(form);
  const key = `${form.get("_key")}-${intent}`;
  const done =
    intent === "end"
      ? await act(context.deps, actor, endSafety, { caseId }, key)
      : await act(
          context.deps,
          actor,
          setSafety,
          { ...put, caseId, waitingRoomId: put.waitingRoomId || null },
          key,
        );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}/safety?done=${intent === "end" ? "ended" : "saved"}`, 303);
}

/** Keeps the sides apart: whom, by how many minutes, where to wait. */
export default function Safety() {
  const { header, parties, flag, rooms, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, role, tShell] = [useText(safety), useText(roles), useText(shell)];
  const locale = useLocale();
  const { error, value } = fieldsOf(answer);
  const labels: Record<string, string> = {
    kind: t("kind"),
    protectedPartyId: t("protect"),
    apartMinutes: t("apart"),
    waitingRoomId: t("room"),
    words: t("words"),
  };
  const field = (id: string) => ({ id, label: labels[id], error: error(id), errorPrefix: tShell("error") });
  const done = search.get("done");
  return (
    <Page>
      <CaseCrumbs header={header} title={t("title")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      {!answer && (done === "saved" || done === "ended") ? (
        <Notice tone="done" isOutcome>
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      <p>{t("about")}</p>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <Choices
          kind="radio"
          id="kind"
          name="kind"
          legend={t("kind")}
          error={error("kind")}
          errorPrefix={tShell("error")}
          chosen={[value("kind", flag?.kind) ?? ""]}
          choices={SAFETY_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Choices
          kind="radio"
          id="protectedPartyId"
          name="protectedPartyId"
          legend={t("protect")}
          error={error("protectedPartyId")}
          errorPrefix={tShell("error")}
          chosen={[value("protectedPartyId", flag?.protectedPartyId) ?? ""]}
          choices={parties.map((party) => ({
            value: party.partyId,
            label: `${role(`mediation.${party.side}`)} ${party.name}`,
          }))}
        />
        <div className="form-row">
          <Field {...field("apartMinutes")} hint={t("apartHint")}>
            <TextInput
              name="apartMinutes"
              inputMode="numeric"
              maxLength={3}
              isNumber
              defaultValue={value("apartMinutes", String(flag?.apartMinutes ?? 20))}
            />
          </Field>
          <Field {...field("waitingRoomId")}>
            <Select
              name="waitingRoomId"
              blank={t("anyRoom")}
              defaultValue={value("waitingRoomId", flag?.waitingRoomId ?? "")}
              options={rooms.map((room) => ({ value: room.id, label: nameIn(locale, room) }))}
            />
          </Field>
        </div>
        <Check
          name="bailiff"
          label={t("askBailiff")}
          defaultChecked={answer ? value("bailiff") === "on" : (flag?.bailiff ?? false)}
        />
        <Field {...field("words")}>
          <TextArea name="words" maxLength={500} rows={3} defaultValue={value("words", flag?.words)} />
        </Field>
        <div className="acts">
          <Button look="main" name="intent" value="set">
            {t("save")}
          </Button>
        </div>
      </Form>
      {flag ? (
        <Section id="end" title={t("end")} note={t("endNote")}>
          <Form method="post" className="gap">
            <input type="hidden" name="_key" value={formKey} />
            <Button name="intent" value="end">
              {t("end")}
            </Button>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
