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
}

/** Choose a sheet, send it. */
export function UploadForm({ intent, formKey, error, isMain }: UploadFormProps) {
  const t = useText(imports);
  const errorPrefix = useText(shell)("error");
  return (
    <Form method="post" encType="multipart/form-data" className="form gap">
      <input type="hidden" name="_key" value={formKey} />
      <Field id={`file-${intent}`} label={t("file")} error={error} errorPrefix={errorPrefix}>
        <TextInput type="file" name="file" accept=".xlsx,.csv" required />
      </Field>
      <div className="acts">
        <Button look={isMain ? "main" : undefined} name="intent" value={intent} icon="upload">
          {t(intent === "cases" ? "upload" : "numbersUpload")}
        </Button>
      </div>
    </Form>
  );
}
