import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as materials from "~/i18n/materials";
import * as party from "~/i18n/party";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { partyPageQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Way } from "~/ui/rail";
import { Anchor } from "~/ui/router";
import { TodoList } from "~/ui/todo";
import { SheetSection } from "./sheet-section";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const page = await guarded(() => ask(context.deps, actor, partyPageQuery, { caseId: actor.caseId }));
  if (!page.ok) throw new Response(null, { status: 404 });
  const { todos, progress, stage, cause, others, documents, mediator, caseNo, registrationNo, hasSheet } =
    page;
  const meeting = page.sessions.find((one) => one.video && !one.isOver) ?? null;
  return {
    todos,
    progress,
    stage,
    cause,
    others,
    documents,
    mediator,
    hasSheet,
    number: caseNo ?? registrationNo,
    meeting: meeting?.video
      ? { startAt: meeting.startAt, endAt: meeting.endAt, ...meeting.video, phone: page.court.phone }
      : null,
    token: params.token as string,
  };
}

/** Where each thing to do is done. */
const PLACES: Readonly<Record<string, string>> = {
  answerMediation: "consent",
  chooseTimes: "times",
  answerInvitation: "",
  signFacts: "sign/facts",
  signAgreement: "sign/agreement",
  signApplication: "sign/application",
  signReceipt: "sign/receipt",
};
const LEAVABLE = ["consent", "selecting", "delegated", "mediation"];

export default function PartyCase() {
  const { todos, progress, stage, cause, others, documents, mediator, hasSheet, number, meeting, token } =
    useLoaderData<typeof loader>();
  const locale = useLocale();
  const [t, say, tMaterials] = [useText(party), useText(stages), useText(materials)];
  const format = useFormat();
  const done = useSearchParams()[0].get("done");
  const open = todos.filter((one) => one.code in PLACES);
  const idle = todos.find((one) => !(one.code in PLACES));
  return (
    <>
      <div>
        <h1>{t("caseTitle")}</h1>
        <p className="q2">
          {t("between", {
            cause: locale === "en" ? cause.en : cause.zh,
            others: format.list(others.map((one) => one.name)),
          })}
          <br />
          <span className="no">{number}</span>
        </p>
      </div>
      {done === "consent" ||
      done === "facts" ||
      done === "agreement" ||
      done === "application" ||
      done === "receipt" ? (
        <Notice isOutcome title={t(`${done}Done`)} />
      ) : null}
      {meeting ? (
        <section aria-labelledby="h-video">
          <h2 id="h-video">{t("videoTitle")}</h2>
          <p>{t("videoWhen", { when: format.range(meeting.startAt, meeting.endAt) })}</p>
          {meeting.joinUrl ? (
            <>
              <p className="btns mt">
                <LinkButton href={meeting.joinUrl} look="main" isWide>
                  {t("videoGo")}
                </LinkButton>
              </p>
              {meeting.joinCode ? <p>{t("videoCode", { code: meeting.joinCode })}</p> : null}
              <p className="q2">{t("videoPrivate")}</p>
            </>
          ) : (
            <p>{t("videoSoon", { phone: meeting.phone })}</p>
          )}
        </section>
      ) : null}
      <section aria-labelledby="h-todo">
        <h2 id="h-todo">{t("todo")}</h2>
        {open.length ? (
          <TodoList
            todos={open.map((one) => ({
              href: `/p/${token}/${PLACES[one.code]}`,
              label: t(`todo.${one.code}`),
              tone: "wait",
              word: t("waiting"),
            }))}
          />
        ) : (
          <p>{idle ? t(`todo.${idle.code}`) : t("todo.nothing")}</p>
        )}
      </section>
      <section aria-labelledby="h-way">
        <h2 id="h-way">{t("way")}</h2>
        <Way
          steps={progress.map((one) => ({
            id: one.phase,
            label: t(`phase.${one.phase}`),
            note: one.state === "now" ? t("now", { stage: say(`plain.${stage}`) }) : undefined,
            progress: one.state === "done" ? "was" : one.state,
          }))}
        />
        {mediator?.name ? (
          <p>
            {t("mediator")} {mediator.name}
            {mediator.orgName ? `（${mediator.orgName}）` : ""}
          </p>
        ) : null}
      </section>
      {hasSheet ? <SheetSection token={token} /> : null}
      <section aria-labelledby="h-docs">
        <h2 id="h-docs">{t("documents")}</h2>
        {documents.length === 0 ? <p>{t("noDocuments")}</p> : null}
        <ul>
          {documents.map((one) => (
            <li key={one.documentId}>
              <Anchor href={`/p/${token}/paper/${one.documentId}`} download>
                {one.title}
              </Anchor>{" "}
              {format.date(one.createdAt)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="h-materials">
        <h2 id="h-materials">{tMaterials("title")}</h2>
        <p className="mt">
          <Anchor href={`/p/${token}/materials`}>{tMaterials("partyGo")}</Anchor>
        </p>
      </section>
      {LEAVABLE.includes(stage) ? (
        <section aria-labelledby="h-exit">
          <h2 id="h-exit">{t("leaveTitle")}</h2>
          <p>{t("leave")}</p>
          <p className="mt">
            <Anchor href={`/p/${token}/leave`}>{t("leaveGo")}</Anchor>
          </p>
        </section>
      ) : null}
    </>
  );
}
