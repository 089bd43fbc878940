import { ID_KINDS } from "~/domain/intake/party-kinds";
import * as intake from "~/i18n/intake";
import * as people from "~/i18n/people-codes";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { AgentFields } from "./agent-fields";
import type { Block } from "./party-list";

export interface Controls {
  error: (name: string) => string[] | undefined;
  value: (name: string) => string | undefined;
  /** The field to start in, after a block was added. */
  focus?: string;
}

interface PartyFieldsProps {
  block: Block;
  title: string;
  canRemove: boolean;
  controls: Controls;
}

/** One party: who, how to prove it, how to reach them, who acts for them. */
export function PartyFields({ block, title, canRemove, controls }: PartyFieldsProps) {
  const t = useText(intake);
  const say = useText(people);
  const errorPrefix = useText(shell)("error");
  const at = `parties.${block.index}`;
  const { error, value, focus } = controls;
  const field = (name: string, label: string, control: JSX.Element, hint?: string) => (
    <Field
      id={`${at}.${name}`}
      label={label}
      hint={hint}
      error={error(`${at}.${name}`)}
      errorPrefix={errorPrefix}
    >
      {control}
    </Field>
  );
  const text = (name: string, more: { maxLength?: number; type?: string } = {}) => (
    <TextInput
      name={`${at}.${name}`}
      defaultValue={value(`${at}.${name}`)}
      autoComplete="off"
      autoFocus={focus === `${at}.${name}`}
      {...more}
    />
  );
  return (
    <fieldset className="sheet rail-box intake-party">
      <legend className="sr">{title}</legend>
      <div className="head">
        <div>
          <h3>{title}</h3>
        </div>
        <div className="acts">
          <Button name="intent" value={`addAgent:${block.index}`} icon="add" reading={title} formNoValidate>
            {t("addAgent")}
          </Button>
          {canRemove ? (
            <Button look="quiet" name="intent" value={`remove:${block.index}`} reading={title} formNoValidate>
              {t("remove")}
            </Button>
          ) : null}
        </div>
      </div>
      <input type="hidden" name={`${at}.side`} value={block.side} />
      <div className="form-row">
        {field(
          "kind",
          t("kind"),
          <Select
            name={`${at}.kind`}
            defaultValue={value(`${at}.kind`)}
            options={[
              { value: "natural", label: t("kindNatural") },
              { value: "org", label: t("kindOrg") },
            ]}
          />,
        )}
        {field("name", t("name"), text("name", { maxLength: 120 }))}
        {field(
          "idKind",
          t("idKind"),
          <Select
            name={`${at}.idKind`}
            defaultValue={value(`${at}.idKind`)}
            options={ID_KINDS.map((kind) => ({ value: kind, label: say(`id.${kind}`) }))}
          />,
        )}
        {field("idNumber", t("idNumber"), text("idNumber", { maxLength: 40 }))}
        {field("phone", t("phone"), text("phone", { type: "tel" }))}
        {field("email", t("email"), text("email", { type: "email" }))}
        {field("address", t("address"), text("address", { maxLength: 200 }))}
        {field("representative", t("representative"), text("representative", { maxLength: 60 }))}
      </div>
      <details className="fold">
        <summary>{t("moreContact")}</summary>
        <div className="form-row">
          {field(
            "contacts.0.kind",
            t("contactKind"),
            <Select
              name={`${at}.contacts.0.kind`}
              defaultValue={value(`${at}.contacts.0.kind`)}
              options={(["mobile", "landline", "email", "wechat"] as const).map((kind) => ({
                value: kind,
                label: say(`contact.${kind}`),
              }))}
            />,
          )}
          {field("contacts.0.value", t("contactValue"), text("contacts.0.value", { maxLength: 200 }))}
          {field("needs", t("needs"), text("needs", { maxLength: 200 }), t("needsHint"))}
          <Check
            name={`${at}.eServiceConsent`}
            label={t("eService")}
            defaultChecked={value(`${at}.eServiceConsent`) === "on"}
          />
        </div>
      </details>
      {block.agents.map((nth) => (
        <AgentFields key={nth} at={`${at}.agents.${nth}`} party={title} controls={controls} />
      ))}
    </fieldset>
  );
}
