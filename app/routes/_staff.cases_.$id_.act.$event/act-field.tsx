import * as acts from "~/i18n/acts";
import * as codes from "~/i18n/codes";
import * as people from "~/i18n/people-codes";
import * as roles from "~/i18n/roles";
import * as session from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { sayAny } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { useDueWords } from "../_staff.cases_.$id/due-words";
import { nameIn } from "../_staff.cases_.$id/names";
import type { ActPage } from "./act.server";
import type { FieldSpec } from "./specs";

const CATALOGUES = { acts, codes, session, people } as const;

interface ActFieldProps {
  spec: FieldSpec;
  page: Pick<ActPage, "parties" | "teams" | "teamId" | "today" | "dues" | "mayUpload">;
  answer?: FormAnswer;
}

/** One field of a small form, by its kind. */
export function ActField({ spec, page, answer }: ActFieldProps) {
  const [t, role, tShell] = [useText(acts), useText(roles), useText(shell)];
  const locale = useLocale();
  const dueWords = useDueWords(page.parties);
  const { name } = spec;
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const label = t(`field.${name}`);
  const partyName = (party: ActPage["parties"][number]) => `${role(`mediation.${party.side}`)} ${party.name}`;
  const hint = "hint" in spec && spec.hint ? sayAny(locale, acts, spec.hint) : undefined;
  const frame = { id: name, label, hint, error: error(name), errorPrefix };
  const group = { id: name, name, legend: label, error: error(name), errorPrefix };
  const options = (values: readonly string[], from: keyof typeof CATALOGUES, prefix: string) =>
    values.map((one) => ({ value: one, label: sayAny(locale, CATALOGUES[from], `${prefix}.${one}`) }));
  switch (spec.kind) {
    case "flag":
      return <Check id={name} name={name} label={label} defaultChecked={value(name) === "on"} />;
    case "area":
      return (
        <Field {...frame}>
          <TextArea name={name} rows={4} defaultValue={value(name)} />
        </Field>
      );
    case "radio":
    case "many":
      return (
        <Choices
          {...group}
          kind={spec.kind === "radio" ? "radio" : "checkbox"}
          choices={options(spec.values, spec.words, spec.prefix)}
          chosen={[value(name) ?? ""]}
        />
      );
    case "consents":
      return (
        <Choices
          {...group}
          kind="checkbox"
          choices={page.parties.map((party) => ({ value: party.partyId, label: partyName(party) }))}
        />
      );
    case "dues":
      if (page.dues.length === 0) return null;
      return (
        <Choices
          {...group}
          kind="checkbox"
          choices={page.dues.map((due) => {
            const { which, owed, until } = dueWords(due);
            return { value: due.obligationId, label: `${which} ${owed}`, hint: until };
          })}
          chosen={[value(name) ?? ""]}
        />
      );
    case "file":
      if (!page.mayUpload) return null;
      return (
        <Field {...frame}>
          <TextInput type="file" name={name} accept=".pdf,.jpg,.jpeg,.png,.docx" />
        </Field>
      );
    case "party":
      return (
        <Choices
          {...group}
          kind="radio"
          choices={page.parties.map((party) => ({
            value: party.partyId,
            label: partyName(party),
            hint: party.consent ? sayAny(locale, session, `decision.${party.consent.decision}`) : undefined,
          }))}
          chosen={[value(name) ?? page.parties.find((party) => !party.consent)?.partyId ?? ""]}
        />
      );
    case "agent":
      return (
        <Choices
          {...group}
          kind="radio"
          choices={page.parties.flatMap((party) =>
            party.agents.map((agent) => ({
              value: agent.agentId,
              label: t("agentOf", { agent: agent.name, party: party.name }),
              hint: sayAny(locale, acts, `authority.${agent.authority}`),
            })),
          )}
          chosen={[value(name) ?? ""]}
        />
      );
    case "date":
      return (
        <Field {...frame}>
          <TextInput type="date" name={name} defaultValue={value(name, page.today)} />
        </Field>
      );
    case "select":
      return (
        <Field {...frame}>
          <Select
            name={name}
            defaultValue={value(name)}
            options={options(spec.values, spec.words, spec.prefix)}
          />
        </Field>
      );
    case "team":
      return (
        <Field {...frame}>
          <Select
            name={name}
            blank={tShell("none")}
            defaultValue={value(name, page.teamId)}
            options={page.teams.map((team) => ({ value: team.id, label: nameIn(locale, team) }))}
          />
        </Field>
      );
    default:
      return (
        <Field {...frame}>
          <TextInput
            name={name}
            isNumber={spec.kind !== "text"}
            inputMode={spec.kind === "text" ? undefined : spec.kind === "days" ? "numeric" : "decimal"}
            autoComplete="off"
            defaultValue={value(name)}
          />
        </Field>
      );
  }
}
