import * as words from "~/i18n/court-calendar";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

/** A year's notice by file, by paste or by hand; nothing changes before its effects were seen. */
export function YearForm({ answer }: { answer?: FormAnswer }) {
  const t = useText(words);
  const errorPrefix = useText(shell)("error");
  const { error, value } = fieldsOf(answer);
  return (
    <Section id="load" title={t("load")} note={t("loadText")}>
      <Form method="post" encType="multipart/form-data" className="form gap">
        <Field id="file" label={t("file")} errorPrefix={errorPrefix}>
          <TextInput type="file" name="file" accept=".json,application/json" />
        </Field>
        <Field id="json" label={t("json")} error={error("json")} errorPrefix={errorPrefix}>
          <TextArea name="json" rows={6} spellCheck={false} defaultValue={value("json")} />
        </Field>
        <details className="fold" open={Boolean(value("lines"))}>
          <summary>{t("linesTitle")}</summary>
          <Field id="year" label={t("year")} error={error("year")} errorPrefix={errorPrefix}>
            <TextInput name="year" inputMode="numeric" isNumber maxLength={4} defaultValue={value("year")} />
          </Field>
          <Field id="paper" label={t("paper")} errorPrefix={errorPrefix}>
            <TextInput name="paper" type="url" maxLength={300} defaultValue={value("paper")} />
          </Field>
          <Field id="lines" label={t("lines")} hint={t("linesHint")} errorPrefix={errorPrefix}>
            <TextArea name="lines" rows={8} defaultValue={value("lines")} />
          </Field>
        </details>
        <div className="acts">
          <Button name="intent" value="preview-year" icon="upload">
            {t("preview")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
