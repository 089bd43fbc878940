import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as party from "~/i18n/party";
import { refusalText } from "~/i18n/refusal-text";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { act, refused, typed } from "~/platform/answer.server";
import { chooseLocale } from "~/platform/language";
import { requireLink } from "~/platform/party.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Form } from "~/ui/router";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireLink(params.token, context);
  return { token: params.token as string, sessionId: new URL(request.url).searchParams.get("session") ?? "" };
}

/** Answering a time shows only time and place, so it needs no second secret (design, section 4). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const form = await request.formData();
  const { sessionId, reply, reason } = typed(form);
  const answer = await act(context.deps, actor, answerInvitation, {
    caseId: actor.caseId,
    sessionId,
    reply,
    ...(reason ? { reason } : {}),
  });
  if (answer.ok) return redirect(`/p/${params.token}?told=${reply}`, 303);
  const locale = chooseLocale({
    cookie: request.headers.get("Cookie"),
    acceptLanguage: request.headers.get("Accept-Language"),
  });
  const { data, init } = refused(answer, typed(form));
  return Response.json({ ...data, message: refusalText(locale, answer) }, init ?? {});
}

export default function CannotAtThisTime() {
  const { token, sessionId } = useLoaderData<typeof loader>();
  const failed = useActionData<{ message: string; values: Record<string, string> }>();
  const [t, say] = [useText(party), useText(shell)];
  return (
    <>
      <h1>{t("no")}</h1>
      <ErrorSummary
        title={say("notDone")}
        errors={failed ? [{ message: failed.message }] : []}
        attempt={failed}
      />
      <Form method="post" className="form">
        <input type="hidden" name="sessionId" value={failed?.values.sessionId ?? sessionId} />
        <Field id="reason" label={t("whyNo")}>
          <TextArea name="reason" maxLength={300} rows={3} defaultValue={failed?.values.reason} />
        </Field>
        <div className="btns">
          <Button type="submit" name="reply" value="declined" look="main" isWide>
            {t("answer.declined")}
          </Button>
          <LinkButton href={`/p/${token}/cannot`} isWide>
            {t("cannotTitle")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
