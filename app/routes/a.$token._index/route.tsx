import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import * as answerLink from "~/i18n/answer-link";
import * as party from "~/i18n/party";
import { refusalText } from "~/i18n/refusal-text";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { guarded, statusOf, typed } from "~/platform/answer.server";
import { requireAnswerLink, requireInvitation } from "~/platform/answer-link.server";
import { answerByLink } from "~/services/answer-by-link.server";
import { countAnswer } from "~/services/answer-links.server";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { localeOf } from "../_staff/locale.server";
import { knownReply } from "../_staff.cases_.$id/replies";
import { SessionSlip } from "../p.$token._index/session-slip";
import { AnswerForm } from "./answer-form";
import { BothAnswers } from "./both-answers";
import { ReasonForm } from "./reason-form";

/** A refusal may mean that the session has moved or begun, so the page is read again after one too. */
export const shouldRevalidate = () => true;

/** Looking changes nothing, however often and by whatever program: the answer is a POST. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await requireInvitation(params.token, context);
  return { ...page, token: params.token as string, formKey: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = await requireAnswerLink(params.token, context);
  const { reply = "", reason = "", sequence = "", formKey = "" } = typed(await request.formData());
  const locale = localeOf(request);
  const seconds = await countAnswer(context.deps, link.tokenId, context.address);
  if (seconds > 0) {
    const message = textFor(locale, answerLink)("wait", { count: seconds });
    return Response.json({ message, reason }, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  const answer = await guarded(() =>
    answerByLink(context.deps, link, { reply, reason, sequence, key: formKey }),
  );
  if (answer.ok) return redirect(`/a/${params.token}?told=${answer.reply}`, 303);
  const message =
    answer.refusal === "staleVersion" ? textFor(locale, answerLink)("moved") : refusalText(locale, answer);
  return Response.json({ message, reason }, { status: statusOf(answer) });
}

export default function Answer() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<{ message: string; reason: string }>();
  const { registrationNo, court, session, others, zone } = page;
  const [t, say, tell] = [useText(answerLink), useText(party), useText(shell)];
  const format = useFormat(zone);
  const isEnglish = useLocale() === "en";
  const isTold = useSearchParams()[0].has("told") && !failed;
  const { canAnswer } = session;
  const reply = knownReply(session.reply);
  const isAnswered = reply !== "needsAction";
  const answer = isAnswered && t("said", { answer: say(`answer.${reply}`) });
  const mediator = isEnglish ? session.mediatorNameEn || session.mediatorName : session.mediatorName;
  return (
    <>
      <div>
        <h1>{answer || t("ask")}</h1>
        {isAnswered || !canAnswer ? null : <p className="q2">{t("lead")}</p>}
      </div>
      <ErrorSummary
        title={tell("notDone")}
        errors={failed ? [{ message: failed.message }] : []}
        attempt={failed}
      />
      {isTold && isAnswered ? <Notice isOutcome tone="done" title={say("thanks")} /> : null}
      {isAnswered ? <BothAnswers reply={reply} repliedAt={session.repliedAt} others={others} /> : null}
      {reply === "declined" && session.hasReason ? <p>{t("whyKept")}</p> : null}
      {reply === "declined" && canAnswer && !session.hasReason ? (
        <ReasonForm stamp={page} typed={failed?.reason} />
      ) : null}
      {isAnswered ? null : <IsItReal title={say("realTitle")} number={registrationNo} phone={court.phone} />}
      <SessionSlip
        session={session}
        court={court}
        calendarHref={`/a/${page.token}/calendar`}
        zone={zone}
        more={mediator ? [{ term: t("mediator"), value: mediator }] : []}
      />
      <section aria-labelledby="h-come">
        <h2 id="h-come">{isAnswered ? t("change") : say("canCome")}</h2>
        {canAnswer ? (
          <>
            <AnswerForm stamp={page} reply={reply} />
            <p className="hint mt">
              {isAnswered ? t("until", { at: format.instant(session.startAt) }) : say("consequence")}
            </p>
          </>
        ) : (
          <p>{t("begun", { phone: court.phone })}</p>
        )}
      </section>
      {isAnswered ? <IsItReal title={t("realAfter")} number={registrationNo} phone={court.phone} /> : null}
      <section aria-labelledby="h-more">
        <h2 id="h-more">{t("more")}</h2>
        <p>{t("moreText")}</p>
      </section>
    </>
  );
}

/** How to tell that this is the court: before anything is answered, and still to be found after it. */
function IsItReal({ title, number, phone }: { title: string; number: string; phone: string }) {
  const t = useText(answerLink);
  return (
    <Notice tone="act" title={title}>
      <p>
        {t("realNumber")} <b className="nw">{number}</b>
      </p>
      <p>
        {t("doubt")}
        {useLocale() === "en" ? " " : ""}
        <Anchor href="/verify">{t("checkCode")}</Anchor>
        {t("doubtCall", { phone })}
      </p>
    </Notice>
  );
}
