import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { recordConsent } from "~/services/record-consent.server";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/router";
import { Refused, refusedPage } from "../p.$token.consent/refused";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireOpened(request, params.token, context);
  return { token: params.token as string };
}

/** Leaving is refusing to go on (CPL 125): the mediation ends, the case goes on by law. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const answer = await act(context.deps, actor, recordConsent, {
    caseId: actor.caseId,
    partyId: actor.partyId,
    decision: "refused",
    how: "partyLink",
  });
  return answer.ok ? redirect(`/p/${params.token}?told=left`, 303) : refusedPage(request, answer);
}

export default function Leave() {
  const { token } = useLoaderData<typeof loader>();
  const t = useText(party);
  return (
    <>
      <h1>{t("leaveGo")}</h1>
      <Refused failed={useActionData()} />
      <p>{t("leave")}</p>
      <p>{t("leaveSure")}</p>
      <Form method="post" className="btns">
        <LinkButton href={`/p/${token}/case`} look="main" isWide>
          {t("back")}
        </LinkButton>
        <Button type="submit" look="final" isWide>
          {t("leaveGo")}
        </Button>
      </Form>
    </>
  );
}
