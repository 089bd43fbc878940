import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as party from "~/i18n/party";
import { refusalText } from "~/i18n/refusal-text";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { statusOf } from "~/platform/answer.server";
import { chooseLocale } from "~/platform/language";
import { requireLink } from "~/platform/party.server";
import { openLink } from "~/services/party-links.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";

const PAGES = ["case", "consent", "sign", "leave", "cannot", "needs", "elements"];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireLink(params.token, context);
  const next = new URL(request.url).searchParams.get("next") ?? "case";
  return { next: PAGES.includes(next) ? next : "case" };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = await requireLink(params.token, context);
  const form = await request.formData();
  const next = String(form.get("next") ?? "case");
  const answer = await openLink(context.deps, link, String(form.get("secret") ?? ""));
  if (answer.ok)
    return redirect(`/p/${params.token}/${PAGES.includes(next) && next !== "sign" ? next : "case"}`, 303);
  const locale = chooseLocale({
    cookie: request.headers.get("Cookie"),
    acceptLanguage: request.headers.get("Accept-Language"),
  });
  return Response.json({ message: refusalText(locale, answer) }, { status: statusOf(answer) });
}

export default function OpenLink() {
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<{ message: string }>();
  const [t, say] = [useText(party), useText(shell)];
  return (
    <>
      <h1>{t("openTitle")}</h1>
      <ErrorSummary
        title={say("notDone")}
        errors={failed ? [{ fieldId: "secret", message: failed.message }] : []}
        attempt={failed}
      />
      <Form method="post" className="form">
        <input type="hidden" name="next" value={next} />
        <Field
          id="secret"
          label={t("openQuestion")}
          hint={t("openHint")}
          error={failed?.message}
          errorPrefix={say("error")}
        >
          <TextInput name="secret" autoComplete="off" maxLength={4} required />
        </Field>
        <p className="btns">
          <Button type="submit" look="main" isWide>
            {t("openGo")}
          </Button>
        </p>
      </Form>
    </>
  );
}
