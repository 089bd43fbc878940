import * as absences from "~/i18n/absences";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { Told } from "./told-list";

export const ABSENCE_KINDS = ["once", "days", "weekly"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

const DATES = {
  once: ["on"],
  days: ["fromOn", "untilOn"],
  weekly: ["fromOn", "untilOn"],
} as const;

interface AbsenceFormProps {
  kind: AbsenceKind;
  told: Told;
  partyId: string;
  /** Unique on the page, where several such forms stand on it. */
  prefix?: string;
  answer?: FormAnswer;
  /** As party pages have it: one field under the other and a wide button. */
  isWide?: boolean;
}

/** One time that does not suit: on a day, over some days, or every week. */
export function AbsenceForm({ kind, told, partyId, prefix = "", answer, isWide }: AbsenceFormProps) {
  const [t, tShell] = [useText(absences), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const field = (name: string) => ({
    id: `${prefix}${name}`,
    error: error(name),
    errorPrefix: tShell("error"),
  });
  return (
    <Form method="post" className={isWide ? "form mt" : "form-row"} noValidate>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="partyId" value={partyId} />
      {told.people.length > 1 ? (
        <Field {...field("agentId")} label={t("who")}>
          <Select
            name="agentId"
            defaultValue={value("agentId")}
            options={told.people.map((one) => ({
              value: one.agentId ?? "",
              label: one.agentId ? one.name : t("self", { name: one.name }),
            }))}
          />
        </Field>
      ) : (
        <input type="hidden" name="agentId" value={told.people[0]?.agentId ?? ""} />
      )}
      {kind === "weekly" ? (
        <Field {...field("weekday")} label={t("weekday")}>
          <Select
            name="weekday"
            defaultValue={value("weekday", "1")}
            options={format.weekdays().map((day, n) => ({ value: String(n + 1), label: day.full }))}
          />
        </Field>
      ) : null}
      {DATES[kind].map((name) => (
        <Field key={name} {...field(name)} label={t(name)}>
          <TextInput type="date" name={name} defaultValue={value(name)} required />
        </Field>
      ))}
      {kind === "days" ? null : (
        <>
          <Field {...field("from")} label={t("from")} hint={t("beijing")}>
            <TextInput type="time" name="from" defaultValue={value("from", "09:00")} required />
          </Field>
          <Field {...field("to")} label={t("to")}>
            <TextInput type="time" name="to" defaultValue={value("to", "17:00")} required />
          </Field>
        </>
      )}
      <Field {...field("reason")} label={t("reason")}>
        <TextInput name="reason" maxLength={200} defaultValue={value("reason")} autoComplete="off" />
      </Field>
      <p className={isWide ? "btns" : undefined}>
        <Button look={isWide ? "main" : undefined} isWide={isWide} name="intent" value="add">
          {t("save")}
        </Button>
      </p>
    </Form>
  );
}
