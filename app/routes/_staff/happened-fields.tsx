import * as intake from "~/i18n/intake";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { fieldsOf } from "./form-errors";
import type { FormAnswer } from "./refusal.server";

/** When the act happened 发生时间, with what a late entry 补录 must bring. The form must be multipart for the evidence. */
export function HappenedFields({ answer, label }: { answer?: FormAnswer; label?: string }) {
  const t = useText(intake);
  const errorPrefix = useText(shell)("error");
  const { error, value } = fieldsOf(answer);
  return (
    <div className="form-row">
      <Field
        id="happenedAt"
        label={label ?? t("receivedAt")}
        hint={t("receivedHint")}
        error={error("happenedAt")}
        errorPrefix={errorPrefix}
      >
        <TextInput type="datetime-local" name="happenedAt" defaultValue={value("happenedAt")} />
      </Field>
      <Field
        id="lateReason"
        label={t("lateReason")}
        hint={t("lateHint")}
        error={error("lateReason")}
        errorPrefix={errorPrefix}
      >
        <TextInput name="lateReason" maxLength={500} defaultValue={value("lateReason")} />
      </Field>
      <Field
        id="evidenceFileId"
        label={t("evidence")}
        error={error("evidenceFileId")}
        errorPrefix={errorPrefix}
      >
        <TextInput type="file" name="evidenceFile" accept=".pdf,.jpg,.jpeg,.png,.docx" />
      </Field>
    </div>
  );
}
