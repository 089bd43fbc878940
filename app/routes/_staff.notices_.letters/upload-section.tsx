import * as letters from "~/i18n/letters";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";

/** The post's own report, as it comes. */
export function UploadSection({ formKey }: { formKey: string }) {
  const t = useText(letters);
  return (
    <Section id="upload" title={t("upload")}>
      <Form method="post" encType="multipart/form-data" className="form gap">
        <input type="hidden" name="_key" value={`${formKey}-upload`} />
        <Field id="file" label={t("file")} hint={t("uploadText")}>
          <TextInput type="file" name="file" accept=".xlsx,.csv" required />
        </Field>
        <div className="acts">
          <Button name="intent" value="upload" icon="upload">
            {t("uploadDo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
