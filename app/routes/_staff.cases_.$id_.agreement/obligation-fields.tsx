import { OBLIGATION_KINDS } from "~/domain/settlement/obligation-kinds";
import * as page from "~/i18n/agreement-page";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import type { Values } from "../_staff/form-fields";
import type { AgreementShown } from "./agreement.server";

interface ObligationFieldsProps {
  /** Number in the field names; `no` is the one that people see. */
  row: number;
  no: number;
  isOnly: boolean;
  parties: AgreementShown["parties"];
  values: Values;
  fields: Record<string, string[]>;
}

/** One obligation: who, to whom, what, how much, when, in how many parts. */
export function ObligationFields({ row, no, isOnly, parties, values, fields }: ObligationFieldsProps) {
  const [t, code, tShell] = [useText(page), useText(documentCodes), useText(shell)];
  const name = (field: string) => `o.${row}.${field}`;
  const of = (field: string) => ({
    id: name(field),
    error: fields[name(field)],
    errorPrefix: tShell("error"),
  });
  const people = parties.map((party) => ({ value: party.partyId, label: party.name }));
  return (
    <div className="contact">
      <fieldset>
        <legend>
          <b>{t("obligation", { no })}</b>
        </legend>
        <div className="form-row">
          <Field {...of("kind")} label={t("kind")}>
            <Select
              name={name("kind")}
              defaultValue={values[name("kind")]}
              options={OBLIGATION_KINDS.map((kind) => ({ value: kind, label: code(`obligation.${kind}`) }))}
            />
          </Field>
          <Field {...of("obligorId")} label={t("obligor")}>
            <Select
              name={name("obligorId")}
              blank={tShell("choose")}
              defaultValue={values[name("obligorId")]}
              options={people}
            />
          </Field>
          <Field {...of("obligeeId")} label={t("obligee")}>
            <Select
              name={name("obligeeId")}
              blank={tShell("choose")}
              defaultValue={values[name("obligeeId")]}
              options={people}
            />
          </Field>
        </div>
        <div className="form-row">
          <Field {...of("amount")} label={t("amount")}>
            <TextInput
              name={name("amount")}
              isNumber
              inputMode="decimal"
              defaultValue={values[name("amount")]}
            />
          </Field>
          <Field {...of("dueOn")} label={t("dueOn")}>
            <TextInput type="date" name={name("dueOn")} defaultValue={values[name("dueOn")]} />
          </Field>
          <Field {...of("channel")} label={t("channel")}>
            <TextInput name={name("channel")} maxLength={200} defaultValue={values[name("channel")]} />
          </Field>
        </div>
        <div className="form-row">
          <Field {...of("object")} label={t("object")} hint={t("objectHint")}>
            <TextInput name={name("object")} maxLength={500} defaultValue={values[name("object")]} />
          </Field>
        </div>
        <details className="fold" open={Boolean(values[name("plan")] || fields[name("plan")])}>
          <summary>{t("plan")}</summary>
          <div className="form-row">
            <Field {...of("times")} label={t("planTimes")}>
              <TextInput
                name={name("times")}
                isNumber
                inputMode="numeric"
                defaultValue={values[name("times")]}
              />
            </Field>
            <Field {...of("from")} label={t("planFrom")}>
              <TextInput type="date" name={name("from")} defaultValue={values[name("from")]} />
            </Field>
            <Button name="intent" value={`split:${row}`} reading={t("obligation", { no })}>
              {t("planDo")}
            </Button>
          </div>
          <Field {...of("plan")} label={t("plan")} hint={t("planHint")}>
            <TextArea name={name("plan")} rows={3} defaultValue={values[name("plan")]} />
          </Field>
        </details>
        {isOnly ? null : (
          <p className="gap">
            <button type="submit" className="as-link" name="intent" value={`remove:${row}`}>
              {t("removeObligation")}
              <span className="sr"> {t("obligation", { no })}</span>
            </button>
          </p>
        )}
      </fieldset>
    </div>
  );
}
