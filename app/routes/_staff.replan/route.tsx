import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as replan from "~/i18n/replan";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { replanSessions } from "~/services/replan-sessions.server";
import { Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { MovesForm } from "./moves-form";
import { previewOf } from "./preview.server";
import { WhoForm } from "./who-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, replan)("title"));

/** A refused plan shows what would have to move now. */
export const shouldRevalidate = () => true;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const shown = await previewOf(context.deps, actor, new URL(request.url).searchParams);
  return { ...shown, formKey: uuid() };
}

export type ReplanShown = ReturnType<typeof useLoaderData<typeof loader>>;

/** The moves that are ticked, as the preview proposed them: session, version, start, room. */
const movesIn = (form: FormData) =>
  form.getAll("move").flatMap((value) => {
    const [sessionId, version, startAt, roomId] = String(value).split("|");
    return sessionId && startAt ? [{ sessionId, version, startAt, roomId: roomId || null }] : [];
  });

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const done = await act(
    context.deps,
    actor,
    replanSessions,
    {
      mediatorId: text("mediatorId") || undefined,
      roomId: text("roomId") || undefined,
      startAt: text("startAt"),
      endAt: text("endAt"),
      reason: text("reason"),
      moves: movesIn(form),
    },
    text("_key"),
  );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/replan?done=${done.moved}`, 303);
}

/** Somebody is away: only what must move, looked at first, done at once. */
export default function Replan() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(replan);
  const labels: Record<string, string> = { reason: t("reason"), startAt: t("from"), endAt: t("to") };
  const done = search.get("done");
  return (
    <Page>
      <Head title={t("title")}>{t("about")}</Head>
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      {done !== null && !answer ? (
        <Notice tone="done" isOutcome>
          <p>
            <b>{Number(done) > 0 ? t("done", { count: Number(done) }) : t("doneNone")}</b> {t("left")}
          </p>
        </Notice>
      ) : null}
      {shown.isIncomplete ? <Notice tone="risk">{t("choose")}</Notice> : null}
      <WhoForm shown={shown} />
      {shown.preview ? <MovesForm shown={shown} preview={shown.preview} answer={answer} /> : null}
    </Page>
  );
}
