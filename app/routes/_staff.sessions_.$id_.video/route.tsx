import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as booking from "~/i18n/booking";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { setVideoLink } from "~/services/set-video-link.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { PlaceFacts } from "../_staff.sessions_.$id/place-facts";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.video"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  if (!place.mayPlan) throw new Response(null, { status: 403 });
  if (!place.video) throw redirect(`/sessions/${place.sessionId}`);
  return { place, video: place.video, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const sessionId = params.id ?? "";
  const text = (name: string) => String(form.get(name) ?? "");
  const input = {
    sessionId,
    version: form.get("version") ?? undefined,
    joinUrl: text("joinUrl"),
    joinCode: text("joinCode"),
  };
  const done = await act(context.deps, actor, setVideoLink, input, text("_key"));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${sessionId}/video?done=${done.isSet ? "set" : "undone"}`, 303);
}

/** Where everybody goes in to a session by video; each side finds it on its own page. */
export default function Video() {
  const { place, video, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const [t, tShell] = [useText(booking), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const labels: Readonly<Record<string, string>> = {
    joinUrl: t("video.url"),
    joinCode: t("video.codeLabel"),
  };
  return (
    <Page>
      <SessionCrumbs place={place} title={t("title.video")} />
      {done && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{t(done === "set" ? "video.done" : "video.undone")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <Section id="place" title={t("now.title")}>
        <PlaceFacts place={place} isVideoPage />
      </Section>
      <p className="gap">{t("video.lead")}</p>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="version" value={place.version} />
        <Field
          id="joinUrl"
          label={t("video.url")}
          hint={t("video.urlHint")}
          error={error("joinUrl")}
          errorPrefix={tShell("error")}
        >
          <TextInput
            name="joinUrl"
            type="url"
            maxLength={500}
            defaultValue={value("joinUrl") ?? video.joinUrl ?? ""}
          />
        </Field>
        <Field
          id="joinCode"
          label={t("video.codeLabel")}
          hint={t("video.codeHint")}
          error={error("joinCode")}
          errorPrefix={tShell("error")}
        >
          <TextInput
            name="joinCode"
            maxLength={80}
            defaultValue={value("joinCode") ?? video.joinCode ?? ""}
          />
        </Field>
        <div className="acts">
          <Button look="main">{t("video.do")}</Button>
          <LinkButton look="quiet" href={`/sessions/${place.sessionId}`}>
            {t("keepDo")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
