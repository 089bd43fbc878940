import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import { writtenCode } from "~/domain/notices/notice-code";
import { displaySwitches } from "~/i18n/display-switches";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import * as verify from "~/i18n/verify";
import type { loader as rootLoader } from "~/root";
import { checkNotice } from "~/services/check-notice.server";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PartyFrame } from "~/ui/party-frame";
import { Form } from "~/ui/router";
import { NoticeFacts } from "./notice-facts";

export const handle: PageHandle = { density: "party" };
export const meta: MetaFunction = () => [
  { title: `${verify.zh.title} · ${verify.en.title}` },
  { name: "robots", content: "noindex" },
];

/** Asking changes nothing, so the code may stand in the address: a QR on paper leads straight to the answer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code")?.slice(0, 40) ?? "";
  if (!typed) return data({ typed, notice: null, seconds: 0, isWrong: false });
  const answer = await checkNotice(context.deps, typed, context.address);
  if (answer.ok) return data({ typed, notice: answer.notice, seconds: 0, isWrong: false });
  const seconds = Number(answer.params?.seconds ?? 0);
  return data({ typed, notice: null, seconds, isWrong: seconds === 0 }, { status: seconds ? 429 : 404 });
}

export default function Verify() {
  const { typed, notice, seconds, isWrong } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const [t, say] = [useText(verify), useText(shell)];
  const court = notice && (locale === "en" ? notice.court.nameEn : notice.court.name);
  const wrong = seconds ? t("wait", { count: seconds }) : isWrong ? t("wrong") : null;
  return (
    <PartyFrame
      skip={say("skip")}
      court={court ? [court, t("title")] : [t("brand"), t("title")]}
      displayLabel={say("display")}
      {...displaySwitches(locale, root?.typeSize === "large", pathname + search)}
    >
      <h1>{t("title")}</h1>
      {notice ? (
        <>
          {notice.isReplaced ? (
            <Notice tone="risk" title={t("replaced")}>
              <p>{t("replacedText")}</p>
            </Notice>
          ) : (
            <Notice isOutcome title={t("genuine")}>
              <p>{t("genuineText", { phone: notice.court.phone })}</p>
            </Notice>
          )}
          <NoticeFacts notice={notice} code={writtenCode(notice.code)} />
          <p className="btns">
            <LinkButton href="/verify" isWide>
              {t("again")}
            </LinkButton>
          </p>
        </>
      ) : (
        <>
          <p>{t("lead")}</p>
          <ErrorSummary
            title={t("wrongTitle")}
            errors={wrong ? [{ message: wrong, fieldId: "code" }] : []}
            attempt={wrong ? typed : undefined}
          />
          <Form method="get" className="form">
            <Field id="code" label={t("code")} hint={t("codeHint")}>
              <TextInput
                name="code"
                defaultValue={typed}
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={40}
                required
              />
            </Field>
            <div className="btns">
              <Button type="submit" look="main" isWide>
                {t("check")}
              </Button>
            </div>
          </Form>
        </>
      )}
      <p className="hint mt">{t("never")}</p>
    </PartyFrame>
  );
}
