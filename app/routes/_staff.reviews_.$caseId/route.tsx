import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as nav from "~/i18n/nav";
import * as review from "~/i18n/review";
import * as reviewClosing from "~/i18n/review-closing";
import * as reviewDecision from "~/i18n/review-decision";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Crumbs, Page } from "~/ui/page";
import { Numeral } from "~/ui/table";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import type { FormAnswer } from "../_staff/refusal.server";
import { numberOf } from "../_staff.cases_.$id/names";
import { decide } from "./act.server";
import { AfterSection } from "./after-section";
import { BarredNotice } from "./barred-notice";
import { DecideBar } from "./decide-bar";
import { FileSection } from "./file-section";
import { KeyDialog, KeySwitch } from "./key-help";
import { useKeySwitch, useReviewKeys } from "./keys";
import { reviewOf } from "./review.server";
import { ReviewTrio } from "./review-trio";
import { DoneNotice, ScreenHead } from "./screen-head";
import { TrialActs } from "./trial-acts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (locale) =>
    data ? `${textFor(locale, review)("title")} ${numberOf(data.header)}` : textFor(locale, review)("title"),
  );

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const shown = await reviewOf(context.deps, actor, localeOf(request), params.caseId ?? "");
  return { ...shown, formKey: uuid() };
}

export const action = (args: ActionFunctionArgs) => decide(args);

const DECISION_LABELS: Record<string, "reason" | "ground" | "newJudge"> = {
  reason: "reason",
  code: "ground",
  judgeId: "newJudge",
};
const CLOSING_LABELS: Record<string, "number" | "serviceOn" | "serviceParty"> = {
  number: "number",
  servedOn: "serviceOn",
  partyId: "serviceParty",
};

/** The judge's one screen: what was agreed, what is undisputed, what the law asks, and the decision at its foot. */
export default function Review() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const [tDecision, tClosing] = [useText(reviewDecision), useText(reviewClosing)];
  const [tShell, tNav] = [useText(shell), useText(nav)];
  const keySwitch = useKeySwitch();
  useReviewKeys({ isOn: keySwitch[0], previous: shown.queue.previous, next: shown.queue.next });
  const given = { shown, answer, formKey: shown.formKey };
  const lane = shown.queue.lane;
  return (
    <KeySwitch.Provider value={keySwitch}>
      <Page className="review">
        <Crumbs
          label={tShell("crumbs")}
          crumbs={[
            {
              href: lane && lane !== "settled" ? `/reviews?lane=${lane}` : "/reviews",
              label: tNav("nav.reviews"),
            },
            { label: <Numeral>{numberOf(shown.header)}</Numeral> },
          ]}
        />
        <DoneNotice shown={shown} />
        <FormErrors
          answer={answer}
          labelOf={(name) => {
            if (name === "reason" && answer?.values.intent === "closeCase") return tClosing("closeReason");
            if (name === "reason" && answer?.values.intent === "reassignReview")
              return tDecision("reassignReason");
            const [decision, closing] = [DECISION_LABELS[name], CLOSING_LABELS[name]];
            return decision ? tDecision(decision) : closing && tClosing(closing);
          }}
        />
        <ScreenHead shown={shown} />
        <BarredNotice {...given} />
        <AfterSection {...given} />
        <TrialActs shown={shown} />
        <ReviewTrio shown={shown} />
        <FileSection {...given} />
      </Page>
      <DecideBar {...given} />
      <KeyDialog />
    </KeySwitch.Provider>
  );
}
