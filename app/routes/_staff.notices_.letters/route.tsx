import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { fieldErrorText } from "~/i18n/field-error-text";
import * as letters from "~/i18n/letters";
import * as list from "~/i18n/notice-list";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { importLetterReceipts } from "~/services/import-letter-receipts.server";
import { noteDelivery } from "~/services/note-delivery.server";
import { printLetters } from "~/services/print-letters.server";
import { lettersQuery } from "~/services/queries-letters.server";
import { ask } from "~/services/query.server";
import { trackLetters } from "~/services/track-letters.server";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { storeSheet } from "../_staff.cases_.import/sheet-upload.server";
import { PrintSection } from "./print-section";
import { ReceiptSection } from "./receipt-section";
import { TrackSection } from "./track-section";
import { UploadSection } from "./upload-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, letters)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, lettersQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, formKey: uuid() };
}
export type LettersShown = Awaited<ReturnType<typeof loader>>;
export type Letter = LettersShown["toPrint"][number];

/** The filled lines of the tracking form. */
const trackedIn = (texts: Record<string, string>) =>
  Object.entries(texts).flatMap(([name, text]) =>
    name.startsWith("tracking-") && text.trim()
      ? [{ deliveryId: name.slice("tracking-".length), trackingNumber: text }]
      : [],
  );

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const texts = textsOf(form);
  const key = String(form.get("_key") ?? "");
  if (texts.intent === "print") {
    const noticeIds = form.getAll("notice").map(String);
    const printed = await act(deps, actor, printLetters, { noticeIds }, key);
    if (!printed.ok) return refuseForm(request, printed, form);
    return redirect(`/notices/print?${new URLSearchParams(noticeIds.map((id) => ["ids", id]))}`, 303);
  }
  if (texts.intent === "upload") {
    const stored = await storeSheet(deps, actor, form);
    if (!stored.ok) return refuseForm(request, stored, form);
    const done = await act(deps, actor, importLetterReceipts, { fileId: stored.fileId }, key);
    if (!done.ok) return refuseForm(request, done, form);
    const locale = localeOf(request);
    const bad = done.bad.map((one) => ({
      row: one.row,
      column: one.column,
      words: fieldErrorText(locale, one.code),
    }));
    return { sheet: { total: done.total, done: done.done, known: done.known, bad } };
  }
  if (texts.intent === "track") {
    const sent = await act(deps, actor, trackLetters, { letters: trackedIn(texts) }, key);
    return sent.ok ? redirect("/notices/letters?done=1", 303) : refuseForm(request, sent, form);
  }
  const { deliveryId, outcome, code, on } = texts;
  const input = { deliveryId, outcome, code, on: on || undefined };
  const noted = await act(deps, actor, noteDelivery, input, key);
  return noted.ok ? redirect("/notices/letters?done=1", 303) : refuseForm(request, noted, form);
}

/** Letters from printing to their receipt. */
export default function Letters() {
  const shown = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, say, tShell] = [useText(letters), useText(list), useText(shell)];
  const refused = back && "message" in back ? back : undefined;
  const sheet = back && "sheet" in back ? back.sheet : undefined;
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/notices", label: say("title") }, { label: t("title") }]}
      />
      <Head title={t("title")}>{t("about")}</Head>
      {search.has("done") && !back ? (
        <Notice tone="done" isOutcome>
          <p>{t("done")}</p>
        </Notice>
      ) : null}
      <FormErrors
        answer={refused}
        labelOf={(name) =>
          name.endsWith("trackingNumber")
            ? t("tracking")
            : name === "file"
              ? t("file")
              : name === "noticeIds"
                ? t("toPrint")
                : undefined
        }
      />
      {sheet ? (
        <Notice tone={sheet.bad.length > 0 ? "risk" : "done"} isOutcome>
          <p>{t("uploaded", { ...sheet, bad: sheet.bad.length })}</p>
          <ul>
            {sheet.bad.map((one) => (
              <li key={`${one.row} ${one.column}`}>
                {t("row", one)} · {one.words}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <PrintSection shown={shown} picked={search.getAll("pick")} />
      <TrackSection shown={shown} answer={refused} />
      <ReceiptSection shown={shown} />
      <UploadSection formKey={shown.formKey} />
    </Page>
  );
}
