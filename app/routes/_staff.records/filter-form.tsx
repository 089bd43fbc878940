import * as records from "~/i18n/records";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { QueryForm } from "~/ui/query-form";
import type { Trail } from "./route";

/** The fields above the trail; they land in the address. */
export function FilterForm({ list }: { list: Trail }) {
  const [t, tShell] = [useText(records), useText(shell)];
  const { filter } = list;
  return (
    <QueryForm
      // Uncontrolled fields follow the address only when they are made anew.
      key={JSON.stringify(filter)}
      label={tShell("filter")}
      action="/records"
      search={tShell("search")}
      clear={{ href: "/records", label: tShell("clear") }}
      keep={filter.stage ? { stage: filter.stage } : {}}
    >
      <Field id="text" label={t("text")}>
        <TextInput name="text" maxLength={60} defaultValue={filter.text} />
      </Field>
      <Field id="person" label={t("person")}>
        <TextInput name="person" maxLength={40} defaultValue={filter.person} />
      </Field>
      <Field id="verb" label={t("verb")}>
        <Select name="verb" blank={t("allVerbs")} defaultValue={filter.verb[0] ?? ""} options={list.verbs} />
      </Field>
      <Field id="on" label={t("on")}>
        <TextInput type="date" name="on" defaultValue={filter.on} />
      </Field>
      <Field id="until" label={t("until")}>
        <TextInput type="date" name="until" defaultValue={filter.until} />
      </Field>
    </QueryForm>
  );
}
