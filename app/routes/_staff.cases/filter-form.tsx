import { STAGES } from "~/domain/cases/stages";
import * as queue from "~/i18n/queue";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { useLocale, useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { QueryForm } from "~/ui/query-form";
import { CauseSelect } from "../_staff/cause-select";
import { LEFT } from "./conditions";
import type { CaseList } from "./list.server";

/** The fields above the list; they land in the address. */
export function FilterForm({ list }: { list: CaseList }) {
  const [t, tShell, stage] = [useText(queue), useText(shell), useText(stages)];
  const isZh = useLocale() === "zh-CN";
  const { filter } = list;
  return (
    <QueryForm
      // Uncontrolled fields follow the address only when they are made anew.
      key={JSON.stringify(filter)}
      label={tShell("filter")}
      action="/cases"
      search={tShell("search")}
      clear={{ href: "/cases", label: tShell("clear") }}
      keep={{ tab: filter.tab, ...(filter.scope ? { scope: filter.scope } : {}) }}
    >
      <Field id="text" label={t("text")}>
        <TextInput name="text" maxLength={60} defaultValue={filter.text} />
      </Field>
      <Field id="cause" label={t("cause")}>
        <CauseSelect name="cause" value={filter.cause} blank={t("allCauses")} />
      </Field>
      <Field id="stage" label={t("stage")}>
        <Select
          name="stage"
          blank={tShell("all")}
          defaultValue={filter.stage[0] ?? ""}
          options={STAGES.map((one) => ({ value: one, label: stage(one) }))}
        />
      </Field>
      <Field id="mediatorId" label={t("mediator")}>
        <Select
          name="mediatorId"
          blank={tShell("all")}
          defaultValue={filter.mediatorId ?? ""}
          options={list.mediators.map(({ id, name, nameEn }) => ({ value: id, label: isZh ? name : nameEn }))}
        />
      </Field>
      <Field id="dueWithin" label={t("left")}>
        <Select
          name="dueWithin"
          blank={t("anyLeft")}
          defaultValue={filter.dueWithin === undefined ? "" : String(filter.dueWithin)}
          options={LEFT.map((one) => ({ value: one, label: t(`left.${one}`) }))}
        />
      </Field>
      <Field id="from" label={t("from")}>
        <TextInput type="date" name="from" defaultValue={filter.from} />
      </Field>
    </QueryForm>
  );
}
