import * as shell from "~/i18n/shell";
import * as taskPage from "~/i18n/task-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { PartProps } from "./route";

/** To which case it belongs, by its number. */
export function MatchSection({ shown, answer }: PartProps) {
  const [t, tShell] = [useText(taskPage), useText(shell)];
  const isPlaced = shown.task.case_id !== null;
  const own = answer?.values.intent === "match" ? answer : undefined;
  const { error, value } = fieldsOf(own);
  const form = (
    <Form method="post" className="form gap" noValidate>
      <input type="hidden" name="_key" value={`${shown.formKey}-match`} />
      <Field id="number" label={t("match.number")} error={error("number")} errorPrefix={tShell("error")}>
        <TextInput name="number" maxLength={60} autoComplete="off" defaultValue={value("number")} />
      </Field>
      <div className="acts">
        <Button look={isPlaced ? undefined : "main"} name="intent" value="match">
          {t("match.do")}
        </Button>
      </div>
    </Form>
  );
  return isPlaced ? (
    <details className="fold" open={own !== undefined}>
      <summary>{t("match.other")}</summary>
      {form}
    </details>
  ) : (
    <Section id="match" title={t("match")} note={t("match.hint")}>
      {form}
    </Section>
  );
}
