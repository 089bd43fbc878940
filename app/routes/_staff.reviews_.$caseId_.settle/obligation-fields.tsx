import { OBLIGATION_KINDS } from "~/domain/settlement/obligation-kinds";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

interface ObligationFieldsProps {
  index: number;
  parties: readonly { partyId: string; name: string; side: string }[];
  answer?: FormAnswer;
}

/** One obligation: who owes whom what, until when. Blocks after the first may stay empty. */
export function ObligationFields({ index, parties, answer }: ObligationFieldsProps) {
  const [t, tShell, code] = [useText(trial), useText(shell), useText(documentCodes)];
  const { error, value } = fieldsOf(answer);
  const at = (name: string) => `obligations.${index}.${name}`;
  const frame = (name: string) => ({ id: at(name), error: error(at(name)), errorPrefix: tShell("error") });
  const options = parties.map((party) => ({ value: party.partyId, label: party.name }));
  const first = (side: string) => parties.find((party) => party.side === side)?.partyId ?? "";
  const block = (
    <div className="form-row">
      <Field {...frame("kind")} label={t("kind")}>
        <Select
          name={at("kind")}
          defaultValue={value(at("kind"), "pay")}
          options={OBLIGATION_KINDS.map((one) => ({ value: one, label: code(`obligation.${one}`) }))}
        />
      </Field>
      <Field {...frame("obligorId")} label={t("obligor")}>
        <Select
          name={at("obligorId")}
          defaultValue={value(at("obligorId"), first("respondent"))}
          options={options}
        />
      </Field>
      <Field {...frame("obligeeId")} label={t("obligee")}>
        <Select
          name={at("obligeeId")}
          defaultValue={value(at("obligeeId"), first("claimant"))}
          options={options}
        />
      </Field>
      <Field {...frame("amount")} label={t("amount")}>
        <TextInput isNumber inputMode="decimal" name={at("amount")} defaultValue={value(at("amount"))} />
      </Field>
      <Field {...frame("dueOn")} label={t("dueOn")}>
        <TextInput type="date" name={at("dueOn")} defaultValue={value(at("dueOn"))} />
      </Field>
      <Field {...frame("channel")} label={t("channel")}>
        <TextInput name={at("channel")} maxLength={200} defaultValue={value(at("channel"))} />
      </Field>
      <Field {...frame("object")} label={t("object")}>
        <TextInput name={at("object")} maxLength={500} defaultValue={value(at("object"))} />
      </Field>
      <Field {...frame("instalments")} label={t("instalments")} hint={t("instalmentsHint")}>
        <TextArea name={at("instalments")} rows={2} defaultValue={value(at("instalments"))} />
      </Field>
    </div>
  );
  const isEntered = Object.keys(answer?.values ?? {}).some(
    (name) => name.startsWith(`obligations.${index}.`) && !/Id$|kind$/.test(name) && answer?.values[name],
  );
  if (index === 0)
    return (
      <fieldset className="group">
        <legend>{t("obligation", { no: 1 })}</legend>
        {block}
      </fieldset>
    );
  return (
    <details className="fold" open={isEntered}>
      <summary>{t("obligationOptional", { no: index + 1 })}</summary>
      {block}
    </details>
  );
}
