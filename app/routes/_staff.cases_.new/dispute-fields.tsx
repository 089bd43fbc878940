import { INTAKES } from "~/domain/cases/regime";
import * as intake from "~/i18n/intake";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { CauseSelect } from "../_staff/cause-select";
import { nameIn } from "../_staff.cases_.$id/names";
import type { Controls } from "./party-fields";

export interface Team {
  id: string;
  name: string;
  nameEn: string;
}

interface DisputeFieldsProps {
  controls: Controls;
  teams: readonly Team[];
}

/** Where the case comes from, what it is about, and whose it will be. */
export function DisputeFields({ controls: { error, value }, teams }: DisputeFieldsProps) {
  const t = useText(intake);
  const tShell = useText(shell);
  const errorPrefix = tShell("error");
  const locale = useLocale();
  return (
    <>
      <Choices
        kind="radio"
        id="intake"
        name="intake"
        legend={t("intake")}
        error={error("intake")}
        chosen={[value("intake") ?? "LAWSUIT"]}
        choices={INTAKES.map((one) => ({
          value: one,
          label: t(`intake.${one}`),
          hint: t(`intake.${one}.hint`),
        }))}
      />
      <div className="form-row">
        <Field
          id="causeCode"
          label={t("cause")}
          hint={t("causeHint")}
          error={error("causeCode")}
          errorPrefix={errorPrefix}
        >
          <CauseSelect name="causeCode" value={value("causeCode")} />
        </Field>
        <Field
          id="amountFen"
          label={t("amount")}
          hint={t("amountHint")}
          error={error("amountFen")}
          errorPrefix={errorPrefix}
        >
          <TextInput name="amount" inputMode="decimal" isNumber defaultValue={value("amount")} />
        </Field>
        <Field id="procedureHint" label={t("procedure")} error={error("procedureHint")}>
          <Select
            name="procedureHint"
            defaultValue={value("procedureHint")}
            options={(["ordinary", "summary"] as const).map((one) => ({
              value: one,
              label: t(`procedure.${one}`),
            }))}
          />
        </Field>
        <Field
          id="teamId"
          label={t("team")}
          hint={t("teamHint")}
          error={error("teamId")}
          errorPrefix={errorPrefix}
        >
          <Select
            name="teamId"
            blank={tShell("none")}
            defaultValue={value("teamId")}
            options={teams.map((team) => ({ value: team.id, label: nameIn(locale, team) }))}
          />
        </Field>
        <Field
          id="preservationUntil"
          label={t("preservation")}
          hint={t("preservationHint")}
          error={error("preservationUntil")}
          errorPrefix={errorPrefix}
        >
          <TextInput type="date" name="preservationUntil" defaultValue={value("preservationUntil")} />
        </Field>
      </div>
      <div className="form-row">
        <Field id="claims" label={t("claims")} error={error("claims")} errorPrefix={errorPrefix}>
          <TextArea name="claims" rows={3} maxLength={5000} defaultValue={value("claims")} />
        </Field>
        <Field id="facts" label={t("facts")} error={error("facts")} errorPrefix={errorPrefix}>
          <TextArea name="facts" rows={3} maxLength={5000} defaultValue={value("facts")} />
        </Field>
      </div>
      <Check name="asksForStatus" label={t("status")} defaultChecked={value("asksForStatus") === "on"} />
    </>
  );
}
