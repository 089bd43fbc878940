import * as review from "~/i18n/review";
import * as reviewDecision from "~/i18n/review-decision";
import * as trial from "~/i18n/trial";
import { useFormat, useText } from "~/i18n/use-text";
import { Trio } from "~/ui/review";
import { AgreementPane } from "./agreement-pane";
import { FactsPane, ParticularsPane } from "./facts-pane";
import { LawPane } from "./law-pane";
import type { ReviewShown } from "./review.server";
import { FailedPane, StayedPane } from "./trial-panes";

/** Three panes: of a settled case what was agreed and the statutory list; of a failed one what came with it and what stayed. */
export function ReviewTrio({ shown }: { shown: ReviewShown }) {
  const [t, tDecision, tTrial] = [useText(review), useText(reviewDecision), useText(trial)];
  const format = useFormat();
  if (shown.package?.kind === "failed" || (!shown.agreement && shown.checklist.length === 0))
    return (
      <Trio
        panes={[
          {
            id: "h-came",
            title: tTrial("came"),
            note: tTrial("cameNote"),
            body: <FailedPane shown={shown} />,
          },
          { id: "h-facts", title: tTrial("particulars"), body: <ParticularsPane shown={shown} /> },
          { id: "h-stayed", title: tTrial("stayed"), note: tTrial("stayedNote"), body: <StayedPane /> },
        ]}
      />
    );
  const judged = shown.checklist.filter((one) => one.by === "judge");
  const isOpen = shown.chances.some((one) => one.event === "checkItem");
  return (
    <Trio
      panes={[
        {
          id: "h-agreement",
          title: t("agreement"),
          note: shown.agreement?.effectiveOn
            ? t("agreementNote", { on: format.date(shown.agreement.effectiveOn) })
            : null,
          body: <AgreementPane shown={shown} />,
        },
        { id: "h-facts", title: t("facts"), note: t("factsNote"), body: <FactsPane shown={shown} /> },
        {
          id: "h-law",
          title: tDecision("law"),
          note: isOpen
            ? tDecision("lawNote", {
                total: judged.length,
                done: judged.filter((one) => one.answer === "yes").length,
              })
            : tDecision(shown.header.stage === "handedOver" ? "lawLater" : "lawNone"),
          body: <LawPane shown={shown} />,
        },
      ]}
    />
  );
}
