import type { Refusal } from "~/domain/result";
import { refusalText } from "~/i18n/refusal-text";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { chooseLocale } from "~/platform/language";
import { ErrorSummary } from "~/ui/error-summary";

/** A refusal as this page shows it: what happened, in the reader's language. */
export function refusedPage(request: Request, refusal: Refusal): Response {
  const locale = chooseLocale({
    cookie: request.headers.get("Cookie"),
    acceptLanguage: request.headers.get("Accept-Language"),
  });
  return Response.json(
    { message: refusalText(locale, refusal) },
    { status: refusal.refusal === "invalidInput" ? 422 : 409 },
  );
}

export function Refused({ failed }: { failed: unknown }) {
  const t = useText(shell);
  const message =
    typeof failed === "object" && failed !== null && "message" in failed ? String(failed.message) : null;
  return <ErrorSummary title={t("notDone")} errors={message ? [{ message }] : []} attempt={failed} />;
}
