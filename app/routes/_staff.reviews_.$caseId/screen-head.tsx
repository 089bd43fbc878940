import { useSearchParams } from "@remix-run/react";
import { EVENT_NAMES } from "~/domain/cases/events";
import * as events from "~/i18n/events";
import * as review from "~/i18n/review";
import * as reviewClosing from "~/i18n/review-closing";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Strip } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Head } from "~/ui/page";
import { Status } from "~/ui/status";
import { stageTone } from "../_staff.cases/row-words";
import { nameIn, numberOf, sidesOf } from "../_staff.cases_.$id/names";
import type { ReviewShown } from "./review.server";

/** Number and what is asked; who, by whom mediated; the clock and the place in the queue. */
export function ScreenHead({ shown }: { shown: ReviewShown }) {
  const [t, stage] = [useText(review), useText(stages)];
  const format = useFormat();
  const locale = useLocale();
  const { header, queue, package: handed } = shown;
  const [clock] = shown.clocks;
  const route = shown.agreement?.route ?? header.route;
  const heading =
    handed?.kind === "failed" ? "failed" : route === "confirm" || route === "statement" ? route : "none";
  const [first, second] = sidesOf(header);
  const names =
    route === "confirm"
      ? t("bothApply", { first: format.names(first), second: format.names(second) })
      : format.versus(first, second);
  const about = {
    cause: locale === "zh-CN" ? header.cause.zh : header.cause.en,
    names,
    mediator: header.mediatorName,
  };
  return (
    <Head
      title={
        <>
          <span className="no">{numberOf(header)}</span>
          {"　"}
          {t(`heading.${heading}`)}
        </>
      }
      aside={
        <Strip
          facts={[
            {
              term: clock?.words.title ?? t("clocks"),
              value: clock
                ? t("leftUntil", {
                    left: format.daysLeft(clock.daysLeft),
                    on: (clock.dueOn.slice(0, 4) === shown.today.slice(0, 4)
                      ? format.dateShort
                      : format.date)(clock.dueOn),
                  })
                : t("noClock"),
            },
            ...(handed
              ? [
                  {
                    term: t("handed"),
                    value: `${format.instantShort(handed.handedOverAt)}${handed.version > 1 ? ` · ${t("again", { version: handed.version })}` : ""}`,
                  },
                ]
              : []),
            { term: t("judge"), value: header.judgeName ?? t("noJudge") },
            ...(queue.place
              ? [{ term: t("place"), value: t("placeOf", { place: queue.place, total: queue.total }) }]
              : []),
          ]}
        />
      }
    >
      <Status tone={stageTone(header.stage)}>{stage(header.stage)}</Status>{" "}
      {header.org ? t("about", { ...about, org: nameIn(locale, header.org) }) : t("aboutNoOrg", about)}
    </Head>
  );
}

/** What was just done, where the case is now, and the way on. */
export function DoneNotice({ shown }: { shown: ReviewShown }) {
  const [t, tClosing] = [useText(review), useText(reviewClosing)];
  const [event, stage] = [useText(events), useText(stages)];
  const [search] = useSearchParams();
  const done = search.get("done");
  const next = search.get("next");
  const name = EVENT_NAMES.find((one) => one === done);
  const what = name
    ? event(name)
    : done === "enterDocumentNumber"
      ? tClosing("numberSave")
      : done === "recordService"
        ? tClosing("serviceSave")
        : null;
  if (!what) return null;
  return (
    <Notice tone="done" isOutcome>
      <p>
        <b>{t("done.title", { what })}</b> {t("done.stage", { stage: stage(shown.header.stage) })}
      </p>
      {next ? (
        <p className="acts mt">
          <LinkButton href={`/reviews/${next}`} look="main" iconAfter="next">
            {t("done.nextCase")}
          </LinkButton>
          <LinkButton href="/reviews" look="quiet">
            {t("done.list")}
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  );
}
