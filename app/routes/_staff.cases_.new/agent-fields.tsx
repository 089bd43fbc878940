import * as intake from "~/i18n/intake";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import type { Controls } from "./party-fields";

/** One agent of a party. */
export function AgentFields({ at, party, controls }: { at: string; party: string; controls: Controls }) {
  const t = useText(intake);
  const errorPrefix = useText(shell)("error");
  const { error, value, focus } = controls;
  const text = (name: string, label: string, more: { maxLength?: number; type?: string } = {}) => (
    <Field id={`${at}.${name}`} label={label} error={error(`${at}.${name}`)} errorPrefix={errorPrefix}>
      <TextInput
        name={`${at}.${name}`}
        defaultValue={value(`${at}.${name}`)}
        autoFocus={focus === `${at}.${name}`}
        {...more}
      />
    </Field>
  );
  return (
    <fieldset className="group">
      <legend>
        {t("agentTitle")} · {party}
      </legend>
      <div className="form-row">
        {text("name", t("agentName"), { maxLength: 60 })}
        {text("unit", t("agentUnit"), { maxLength: 120 })}
        <Field id={`${at}.authority`} label={t("agentAuthority")} error={error(`${at}.authority`)}>
          <Select
            name={`${at}.authority`}
            defaultValue={value(`${at}.authority`)}
            options={(["general", "special"] as const).map((one) => ({
              value: one,
              label: t(`authority.${one}`),
            }))}
          />
        </Field>
        {text("idNumber", t("agentIdNumber"), { maxLength: 40 })}
        {text("phone", t("agentPhone"), { type: "tel" })}
        {text("email", t("agentEmail"), { type: "email" })}
        <Button
          look="quiet"
          name="intent"
          value={`removeAgent:${at.replace("parties.", "")}`}
          reading={t("agentTitle")}
          formNoValidate
        >
          {t("remove")}
        </Button>
      </div>
    </fieldset>
  );
}
