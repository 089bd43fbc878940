import type { EventName } from "~/domain/cases/events";
import * as acts from "~/i18n/acts";
import * as codes from "~/i18n/codes";
import * as events from "~/i18n/events";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { aboutOf } from "../_staff.cases_.$id/about";
import type { ReviewShown } from "./review.server";

const placesOf = (caseId: string): Partial<Record<EventName, string>> => ({
  allotTrack: `/cases/${caseId}/allot`,
  bookHearing: `/reviews/${caseId}/hearing`,
  settleInTrial: `/reviews/${caseId}/settle`,
  convertTrack: `/cases/${caseId}/act/convertTrack`,
  recordJudgment: `/cases/${caseId}/act/recordJudgment`,
});

/** What can be done with a case on trial, each on a page of its own, and why something cannot yet. */
export function TrialActs({ shown }: { shown: ReviewShown }) {
  const [t, tActs, event, code] = [useText(trial), useText(acts), useText(events), useText(codes)];
  const { stage, caseId, track } = shown.header;
  if (stage !== "triage" && stage !== "fastTrack" && stage !== "ordinary") return null;
  const places = placesOf(caseId);
  const offered = shown.chances.filter((one) => places[one.event]);
  return (
    <Section id="trial" title={t("acts")} note={track ? code(`track.${track}`) : t("notAllotted")}>
      {offered.length === 0 ? (
        <Empty title={t("noActs")}>{t(stage === "triage" ? "noActsText" : "noActsTrial")}</Empty>
      ) : null}
      <NextActions
        actions={offered.map((one, index) => ({
          id: one.event,
          title: event(one.event),
          reason: one.why
            ? [one.why, ...one.missing].join(" ")
            : (aboutOf(tActs, one.event) ?? aboutTrial(t, one.event)),
          act: one.why ? null : (
            <LinkButton
              href={places[one.event] ?? ""}
              look={index === 0 ? "main" : undefined}
              reading={event(one.event)}
            >
              {t("go")}
            </LinkButton>
          ),
        }))}
      />
    </Section>
  );
}

function aboutTrial(t: ReturnType<typeof useText<typeof trial.zh>>, event: EventName): string | undefined {
  if (event === "settleInTrial") return t("about.settle");
  return event === "bookHearing" ? t("about.hearing") : undefined;
}
