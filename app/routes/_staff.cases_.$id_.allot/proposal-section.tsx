import * as codes from "~/i18n/codes";
import * as reviewCodes from "~/i18n/review-codes";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { QUESTIONS } from "./questions";
import type { Allot } from "./route";

/** The answers that the proposal rests on, and the proposal with its reasons. */
export function ProposalSection({ page }: { page: Allot }) {
  const [t, code, reason] = [useText(trial), useText(codes), useText(reviewCodes)];
  const { proposal, answers, header } = page;
  return (
    <Section id="triage" title={t("triageFacts")} note={t("triageNote")}>
      <Form
        method="get"
        action={`/cases/${header.caseId}/allot`}
        className="form mt"
        key={JSON.stringify(answers)}
      >
        <input type="hidden" name="seen" value="1" />
        <div className="checks is-column">
          {QUESTIONS.map((one) => (
            <Check key={one} name={one} label={t(`fact.${one}`)} defaultChecked={answers[one]} />
          ))}
        </div>
        <div className="acts">
          <Button>{t("recompute")}</Button>
        </div>
      </Form>
      <Notice tone="act" title={t("proposal")}>
        <p>
          <b>{code(`procedure.${proposal.procedure}`)}</b>
        </p>
        <ul className="said">
          {proposal.reasons.map((one) => (
            <li key={one}>{reason(`triage.${one}`)}</li>
          ))}
        </ul>
      </Notice>
    </Section>
  );
}
