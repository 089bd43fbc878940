import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { act, typed } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { reportAbsence } from "~/services/report-absence.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Refused, refusedPage } from "../p.$token.consent/refused";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOpened(request, params.token, context);
  return { today: context.deps.clock.now().toISODate() ?? "" };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { on, from, to } = typed(await request.formData());
  const answer = await act(context.deps, actor, reportAbsence, {
    caseId: actor.caseId,
    partyId: actor.partyId,
    startAt: `${on}T${from}:00+08:00`,
    endAt: `${on}T${to}:00+08:00`,
  });
  return answer.ok ? redirect(`/p/${params.token}?told=cannot`, 303) : refusedPage(request, answer);
}

export default function Cannot() {
  const t = useText(party);
  return (
    <>
      <h1>{t("cannotTitle")}</h1>
      <Refused failed={useActionData()} />
      <p>{t("cannotLead")}</p>
      <Form method="post" className="form">
        <Field id="on" label={t("cannotDate")}>
          <TextInput type="date" name="on" required />
        </Field>
        <Field id="from" label={t("cannotFrom")} hint={t("beijing")}>
          <TextInput type="time" name="from" defaultValue="09:00" required />
        </Field>
        <Field id="to" label={t("cannotTo")}>
          <TextInput type="time" name="to" defaultValue="17:00" required />
        </Field>
        <p className="btns">
          <Button type="submit" look="main" isWide>
            {t("cannotGo")}
          </Button>
        </p>
      </Form>
    </>
  );
}
