import { DEFAULT_CLAUSES, FEE_SPLITS } from "~/domain/mediation/agreement";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

/** What holds for the settlement as a whole: facts, lateness, costs, whether anything is left open. */
export function TermFields({ answer }: { answer?: FormAnswer }) {
  const [t, tShell, code] = [useText(trial), useText(shell), useText(documentCodes)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  return (
    <>
      <Field id="mainFacts" label={t("mainFacts")} error={error("mainFacts")} errorPrefix={errorPrefix}>
        <TextArea name="mainFacts" rows={4} maxLength={5000} defaultValue={value("mainFacts")} />
      </Field>
      <div className="form-row">
        <Field id="defaultClause" label={t("defaultClause")}>
          <Select
            name="defaultClause"
            defaultValue={value("defaultClause", "acceleration")}
            options={DEFAULT_CLAUSES.map((one) => ({ value: one, label: code(`default.${one}`) }))}
          />
        </Field>
        <Field id="feeSplit" label={t("feeSplit")}>
          <Select
            name="feeSplit"
            defaultValue={value("feeSplit", "respondent")}
            options={FEE_SPLITS.map((one) => ({ value: one, label: code(`feeSplit.${one}`) }))}
          />
        </Field>
      </div>
      <Choices
        kind="radio"
        id="finality"
        name="finality"
        legend={t("finality")}
        choices={[
          { value: "true", label: t("finality.true") },
          { value: "false", label: t("finality.false") },
        ]}
        chosen={[value("finality", "true") ?? ""]}
      />
      <Check
        name="bindsOnSigning"
        label={t("bindsOnSigning")}
        defaultChecked={value("bindsOnSigning") === "on"}
      />
    </>
  );
}
