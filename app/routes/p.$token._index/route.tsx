import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as party from "~/i18n/party";
import * as times from "~/i18n/party-times";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireLink } from "~/platform/party.server";
import { partyOfferQuery } from "~/services/queries-offers.server";
import { partyTimeQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { ComeForm } from "./come-form";
import { SessionSlip } from "./session-slip";

/** Time and place only: this page needs no second secret. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const { caseId } = actor;
  const [page, asked] = await guarded(() =>
    Promise.all([
      ask(context.deps, actor, partyTimeQuery, { caseId }),
      ask(context.deps, actor, partyOfferQuery, { caseId }),
    ]),
  );
  if (!page.ok || !asked.ok) throw new Response(null, { status: 404 });
  const { court, registrationNo, sessions } = page;
  const next = sessions.find((one) => !one.isOver) ?? null;
  const { offer } = asked;
  const offered = offer?.status === "open" ? { until: offer.until, isAnswered: offer.chosen !== null } : null;
  return { court, registrationNo, next, offered, token: params.token as string };
}

export default function Landing() {
  const { court, registrationNo, next, offered, token } = useLoaderData<typeof loader>();
  const [t, say] = [useText(party), useText(times)];
  const format = useFormat();
  const told = useSearchParams()[0].get("told");
  // One main button a page: what is asked first.
  const isAsked = Boolean(offered && !offered.isAnswered) || Boolean(next?.invited);
  return (
    <>
      <div>
        <h1>{next ? t("youHave") : t("noSession")}</h1>
        {next ? null : <p className="q2">{t("noSessionNext")}</p>}
      </div>
      {told === "accepted" || told === "declined" || told === "tentative" ? (
        <Notice isOutcome title={t("thanks")}>
          <p>{t(`thanks.${told}`)}</p>
        </Notice>
      ) : null}
      {told === "left" ? <Notice isOutcome title={t("leaveDone")} /> : null}
      <Notice tone="act" title={t("realTitle")}>
        <p>{t("real", { number: registrationNo, phone: court.phone })}</p>
      </Notice>
      {offered && !offered.isAnswered ? (
        <section aria-labelledby="h-times">
          <h2 id="h-times">{say("waiting")}</h2>
          <p>{say("waitingLead", { until: format.instant(offered.until) })}</p>
          <p className="btns mt">
            <LinkButton href={`/p/${token}/times`} look="main" isWide>
              {say("waitingGo")}
            </LinkButton>
          </p>
        </section>
      ) : null}
      {offered?.isAnswered ? (
        <p className="btns">
          <LinkButton href={`/p/${token}/times`} isWide>
            {say("seeAnswer")}
          </LinkButton>
        </p>
      ) : null}
      {next ? (
        <>
          <SessionSlip
            session={next}
            court={court}
            calendarHref={`/p/${token}/calendar?id=${next.sessionId}`}
          />
          {next.invited ? <ComeForm sessionId={next.sessionId} reply={next.reply} token={token} /> : null}
        </>
      ) : null}
      <p className="btns">
        <LinkButton href={`/p/${token}/cannot`}>{t("cannotTitle")}</LinkButton>
        <LinkButton href={`/p/${token}/needs`}>{t("needsTitle")}</LinkButton>
      </p>
      <section>
        <p className="btns">
          <LinkButton href={`/p/${token}/case`} look={isAsked ? undefined : "main"} isWide>
            {t("seeCase")}
          </LinkButton>
        </p>
        <p className="hint mt">{t("seeCaseHint")}</p>
      </section>
    </>
  );
}
