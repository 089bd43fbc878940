import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PartyActor } from "~/domain/policy/actor";
import * as party from "~/i18n/party";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import type { Deps } from "~/services/deps.server";
import { partyPageQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { signAgreement } from "~/services/sign-agreement.server";
import { signApplication } from "~/services/sign-application.server";
import { signReceipt } from "~/services/sign-receipt.server";
import { signUndisputedFacts } from "~/services/sign-undisputed-facts.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Refused, refusedPage } from "../p.$token.consent/refused";
import { AgreementText } from "./agreement-text";
import { FactList } from "./fact-list";

const WHATS = ["facts", "agreement", "application", "receipt"] as const;
type What = (typeof WHATS)[number];

function whatOf(wanted: string | undefined): What {
  const what = WHATS.find((one) => one === wanted);
  if (!what) throw new Response(null, { status: 404 });
  return what;
}

async function pageOf(deps: Deps, actor: PartyActor) {
  const page = await guarded(() => ask(deps, actor, partyPageQuery, { caseId: actor.caseId }));
  if (!page.ok) throw new Response(null, { status: 404 });
  return page;
}

/** Which of the side's tasks is done by signing it. */
const TASK_OF = {
  facts: "signFacts",
  agreement: "signAgreement",
  application: "signApplication",
  receipt: "signReceipt",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const what = whatOf(params.what);
  const { facts, agreement, todos } = await pageOf(context.deps, actor);
  return {
    what,
    facts,
    agreement,
    isOpen: todos.some((one) => one.code === TASK_OF[what]),
    token: params.token as string,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const what = whatOf(params.what);
  const form = await request.formData();
  const { deps } = context;
  const base = { caseId: actor.caseId };
  const answer =
    what === "facts"
      ? await act(deps, actor, signUndisputedFacts, { ...base, factIds: form.getAll("factId").map(String) })
      : what === "agreement"
        ? await act(deps, actor, signAgreement, {
            ...base,
            contentHash: String(form.get("contentHash") ?? ""),
          })
        : what === "application"
          ? await act(deps, actor, signApplication, base)
          : await act(deps, actor, signReceipt, { ...base, partyId: actor.partyId });
  return answer.ok ? redirect(`/p/${params.token}/case?done=${what}`, 303) : refusedPage(request, answer);
}

/** One thing to read and sign; what is signed is exactly what is shown. */
export default function Sign() {
  const { what, facts, agreement, isOpen } = useLoaderData<typeof loader>();
  const failed = useActionData();
  const t = useText(party);
  const locale = useLocale();
  return (
    <>
      <h1>{t(`${what}Title`)}</h1>
      <Refused failed={failed} />
      {isOpen ? <p>{t(`${what}Lead`)}</p> : <p>{t(`${what}None`)}</p>}
      {what === "facts" ? <FactList facts={facts} /> : null}
      {what !== "facts" && agreement ? (
        <AgreementText
          agreement={agreement}
          lines={locale === "en" ? agreement.lines.en : agreement.lines.zh}
        />
      ) : null}
      {isOpen ? (
        <Form method="post">
          {what === "facts"
            ? facts
                .filter((one) => !one.signedByMe)
                .map((one) => <input key={one.factId} type="hidden" name="factId" value={one.factId} />)
            : null}
          {what === "agreement" ? (
            <input type="hidden" name="contentHash" value={agreement?.contentHash ?? ""} />
          ) : null}
          <p className="btns">
            <Button type="submit" look="main" isWide>
              {t(`${what}Go`)}
            </Button>
          </p>
        </Form>
      ) : null}
    </>
  );
}
