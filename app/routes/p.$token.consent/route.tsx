import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { recordConsent } from "~/services/record-consent.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Refused, refusedPage } from "./refused";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOpened(request, params.token, context);
  return { token: params.token as string };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const form = await request.formData();
  const decision = form.get("decision");
  const answer = await act(context.deps, actor, recordConsent, {
    caseId: actor.caseId,
    partyId: actor.partyId,
    decision,
    how: "partyLink",
  });
  if (!answer.ok) return refusedPage(request, answer);
  return redirect(
    decision === "agreed" ? `/p/${params.token}/case?done=consent` : `/p/${params.token}?told=left`,
    303,
  );
}

export default function Consent() {
  const { token } = useLoaderData<typeof loader>();
  const t = useText(party);
  return (
    <>
      <h1>{t("consentTitle")}</h1>
      <Refused failed={useActionData()} />
      <p>{t("consentLead")}</p>
      <Form method="post" action={`/p/${token}/consent`} className="btns">
        <Button type="submit" name="decision" value="agreed" look="main" isWide>
          {t("consentYes")}
        </Button>
        <Button type="submit" name="decision" value="refused" isWide>
          {t("consentNo")}
        </Button>
      </Form>
    </>
  );
}
