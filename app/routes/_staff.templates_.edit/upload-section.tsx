import * as templates from "~/i18n/document-templates";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { TemplateShown } from "./route";

/** Take the current template, edit it, bring it back. */
export function UploadSection({ shown, answer }: { shown: TemplateShown; answer: FormAnswer | undefined }) {
  const [t, tShell] = [useText(templates), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  return (
    <Section id="upload" title={t("upload")}>
      <p className="gap">{t("uploadText")}</p>
      <p className="acts">
        <LinkButton href={`/templates/file.docx?kind=${shown.kind}`} download icon="download">
          {t("current")}
        </LinkButton>
      </p>
      <Form method="post" encType="multipart/form-data" className="form gap">
        <input type="hidden" name="_key" value={shown.formKey} />
        <Field id="fileId" label={t("file")} error={error("fileId")} errorPrefix={errorPrefix}>
          <TextInput type="file" name="fileId" accept=".docx" />
        </Field>
        <Field
          id="effectiveOn"
          label={t("effectiveOn")}
          hint={t("effectiveHint")}
          error={error("effectiveOn")}
          errorPrefix={errorPrefix}
        >
          <TextInput
            type="date"
            name="effectiveOn"
            defaultValue={value("effectiveOn", shown.today)}
            min={shown.today}
          />
        </Field>
        <label className="check">
          <input type="checkbox" name="isMissingMeant" />
          {t("missingMeant")}
        </label>
        <div className="acts">
          <Button look="main" name="intent" value="upload" icon="upload">
            {t("send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
