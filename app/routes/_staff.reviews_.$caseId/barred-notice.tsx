import * as reviewDecision from "~/i18n/review-decision";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { chanceOf } from "./chance";
import type { ReviewShown } from "./review.server";

interface ReassignProps {
  shown: ReviewShown;
  answer?: FormAnswer;
  formKey: string;
}

/** The judge may not act here: why, and the way out, before anything else. */
export function BarredNotice(props: ReassignProps) {
  const t = useText(reviewDecision);
  const { shown } = props;
  if (!shown.judgeBarred) return null;
  return (
    <Notice tone="final" title={t("barredTitle", { name: shown.header.judgeName ?? "" })}>
      <p>{t("barredText")}</p>
      {chanceOf(shown, "reassignReview") ? <ReassignForm {...props} /> : <p>{t("barredTell")}</p>}
    </Notice>
  );
}

/** Gives the review to another judge; those who may not act can be seen and not chosen. */
export function ReassignForm({ shown, answer, formKey }: ReassignProps) {
  const [t, tShell] = [useText(reviewDecision), useText(shell)];
  const isZh = useLocale() === "zh-CN";
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const isReassigning = value("intent") === "reassignReview";
  return (
    <Form method="post" className="form-row mt" key={shown.formState}>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="intent" value="reassignReview" />
      <Field id="judgeId" label={t("newJudge")} error={error("judgeId")} errorPrefix={errorPrefix}>
        <Select
          name="judgeId"
          blank={tShell("choose")}
          defaultValue={value("judgeId", "")}
          options={shown.judges
            .filter((one) => one.judgeId !== shown.header.judgeId)
            .map((one) => ({
              value: one.judgeId,
              isDisabled: one.barred,
              label: one.barred
                ? t("judgeBarred", { name: one.name })
                : one.team
                  ? t("judgeOption", { name: one.name, team: (isZh ? one.team : one.teamEn) ?? "" })
                  : one.name,
            }))}
        />
      </Field>
      <Field
        id={isReassigning ? "reason" : "reassign-reason"}
        label={t("reassignReason")}
        error={isReassigning ? error("reason") : undefined}
        errorPrefix={errorPrefix}
      >
        <TextInput name="reason" maxLength={500} defaultValue={isReassigning ? value("reason") : undefined} />
      </Field>
      <Button>{t("reassign")}</Button>
    </Form>
  );
}
