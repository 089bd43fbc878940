import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";

interface UploadFormProps {
  intent: "cases" | "numbers";
  formKey: string;
  error?: readonly string[];
  isMain?: boolean;
  /** At most so many megabytes. */
  mb: number;
  /** Whose columns are known; a sheet of cases says who sent it. */
  senders?: readonly string[];
}

/** Choose a sheet, send it. */
export function UploadForm({ intent, formKey, error, isMain, mb, senders }: UploadFormProps) {
  const t = useText(imports);
  const errorPrefix = useText(shell)("error");
  return (
    <Form method="post" encType="multipart/form-data" className="form gap">
      <input type="hidden" name="_key" value={formKey} />
      <Field id={`file-${intent}`} label={t("file", { mb })} error={error} errorPrefix={errorPrefix}>
        <TextInput type="file" name="file" accept=".xlsx,.csv" required />
      </Field>
      {senders ? (
        <Field id="sender" label={t("sender")} hint={t("senderHint")}>
          <TextInput name="sender" list="senders" maxLength={60} autoComplete="off" />
          <datalist id="senders">
            {senders.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
      ) : null}
      <div className="acts">
        <Button look={isMain ? "main" : undefined} name="intent" value={intent} icon="upload">
          {t(intent === "cases" ? "upload" : "numbersUpload")}
        </Button>
      </div>
    </Form>
  );
}
