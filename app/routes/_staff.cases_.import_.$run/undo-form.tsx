import { UNDO_REASONS } from "~/domain/intake/undo-reasons";
import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";

/** Takes the whole import back, with a reason. */
export function UndoForm({ error }: { error?: readonly string[] }) {
  const t = useText(imports);
  const errorPrefix = useText(shell)("error");
  return (
    <Section id="undo" title={t("undoTitle")} note={t("undoText")}>
      <Form method="post" className="form gap">
        <Field id="reason" label={t("undoReason")} error={error} errorPrefix={errorPrefix}>
          <Select
            name="reason"
            blank={t("choose")}
            required
            options={UNDO_REASONS.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          />
        </Field>
        <div className="acts">
          <Button look="final" name="intent" value="undo">
            {t("undo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
