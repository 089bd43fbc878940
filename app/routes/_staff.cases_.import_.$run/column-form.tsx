import * as imports from "~/i18n/imports";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";

interface Unmapped {
  sender: string;
  headers: string[];
  columns: { key: string; column: string; isNeeded: boolean; header: string | null }[];
}

/** Which of the file's columns is which, said once for its sender. */
export function ColumnForm({ run }: { run: Unmapped }) {
  const t = useText(imports);
  const headers = run.headers.filter(Boolean);
  return (
    <Section id="columns" title={t("mapTitle")} note={t("mapText")}>
      <Form method="post" className="form gap">
        <Field id="map-sender" label={t("sender")} hint={t("senderHint")}>
          <TextInput name="sender" defaultValue={run.sender} maxLength={60} autoComplete="off" />
        </Field>
        {run.columns.map(({ key, column, isNeeded, header }) => (
          <Field key={key} id={`column-${key}`} label={isNeeded ? t("mapNeeded", { column }) : column}>
            <Select
              name={`column.${key}`}
              blank={isNeeded ? t("choose") : t("mapNone")}
              defaultValue={header ?? ""}
              required={isNeeded}
              options={headers.map((one) => ({ value: one, label: one }))}
            />
          </Field>
        ))}
        <div className="acts">
          <Button look="main" name="intent" value="map">
            {t("mapSave")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
