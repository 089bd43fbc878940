import * as page from "~/i18n/agreement-page";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { AgreementShown } from "./agreement.server";

interface EndingProps {
  shown: AgreementShown;
  formKey: string;
  answer?: FormAnswer;
}

/** Performed on the spot: nothing is handed over, the case is closed. */
export function PerformSection({ shown, formKey }: EndingProps) {
  const t = useText(page);
  if (!shown.chances.some((one) => one.event === "performAtOnce" && !one.why)) return null;
  return (
    <Section id="perform" title={t("perform")}>
      <p className="gap">{t("performText")}</p>
      <Form method="post" className="gap">
        <input type="hidden" name="_key" value={formKey} />
        <Button look="main" name="intent" value="perform">
          {t("performDo")}
        </Button>
      </Form>
    </Section>
  );
}

/** A side will not sign: back to talking, or the end of the mediation. */
export function RefuseSection({ shown, formKey, answer }: EndingProps) {
  const [t, tShell] = [useText(page), useText(shell)];
  const { error, value } = fieldsOf(answer);
  if (!shown.chances.some((one) => one.event === "refuseToSign" && !one.why)) return null;
  return (
    <details className="fold" open={Boolean(error("reason"))}>
      <summary>{t("refuse")}</summary>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <Field id="refuser" label={t("refuseWho")}>
          <Select
            name="partyId"
            defaultValue={value("partyId")}
            options={shown.parties.map((party) => ({ value: party.partyId, label: party.name }))}
          />
        </Field>
        <Field id="reason" label={t("refuseReason")} error={error("reason")} errorPrefix={tShell("error")}>
          <TextArea name="reason" rows={2} maxLength={500} defaultValue={value("reason")} />
        </Field>
        <Choices
          kind="radio"
          id="then"
          name="then"
          legend={t("refuse")}
          chosen={[value("then") ?? "continue"]}
          choices={[
            { value: "continue", label: t("refuseContinue") },
            { value: "end", label: t("refuseEnd") },
          ]}
        />
        <div className="acts">
          <Button look="final" name="intent" value="refuse">
            {t("refuseDo")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
