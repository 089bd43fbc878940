import { MATERIAL_KINDS, MATERIAL_REACHES } from "~/domain/mediation/materials";
import * as materials from "~/i18n/materials";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { fieldsOf } from "./form-errors";
import type { FormAnswer } from "./refusal.server";

export type MaterialsAnswer = FormAnswer & {
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly taken: number;
};

interface MaterialsFormProps {
  formKey: string;
  answer?: MaterialsAnswer;
  /** Whose it may be, where somebody takes it in for others. */
  parties?: readonly { partyId: string; name: string }[];
  isLarge?: boolean;
}

/** Files, what they are and for whom: works without script, several at once. */
export function MaterialsForm({ formKey, answer, parties, isLarge }: MaterialsFormProps) {
  const [t, tShell] = [useText(materials), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  return (
    <Form method="post" encType="multipart/form-data" className="form gap" noValidate>
      <input type="hidden" name="_key" value={formKey} />
      <Field
        id="files"
        label={t("form.files")}
        hint={t("form.filesHint")}
        error={error("files") ?? error("fileIds")}
        errorPrefix={errorPrefix}
      >
        <TextInput type="file" name="files" multiple accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" required />
      </Field>
      <Choices
        kind="radio"
        id="kind"
        name="kind"
        legend={t("form.kind")}
        error={error("kind")}
        errorPrefix={errorPrefix}
        isLarge={isLarge}
        chosen={[value("kind", "evidence") ?? "evidence"]}
        choices={MATERIAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <Choices
        kind="radio"
        id="reach"
        name="reach"
        legend={t("form.reach")}
        hint={t(parties ? "form.reachHint" : "partyReachHint")}
        error={error("reach")}
        errorPrefix={errorPrefix}
        isLarge={isLarge}
        chosen={[value("reach", "mediation") ?? "mediation"]}
        choices={MATERIAL_REACHES.map((reach) => ({ value: reach, label: t(`reach.${reach}`) }))}
      />
      {parties ? (
        <Field id="partyId" label={t("form.whose")} error={error("partyId")} errorPrefix={errorPrefix}>
          <Select
            name="partyId"
            defaultValue={value("partyId", parties[0]?.partyId)}
            blank={t("court")}
            options={parties.map((party) => ({ value: party.partyId, label: party.name }))}
          />
        </Field>
      ) : null}
      <Field
        id="title"
        label={t("form.title")}
        hint={t("form.titleHint")}
        error={error("title")}
        errorPrefix={errorPrefix}
      >
        <TextInput name="title" maxLength={80} autoComplete="off" defaultValue={value("title")} />
      </Field>
      <p className={isLarge ? "btns" : "acts"}>
        <Button look="main" isWide={isLarge} name="intent" value="handIn" icon="upload">
          {t(parties ? "form.do" : "partyDo")}
        </Button>
      </p>
    </Form>
  );
}

/** The files that were not taken, each with its reason; the others are in. */
export function FailedFiles({ answer }: { answer?: MaterialsAnswer }) {
  const t = useText(materials);
  if (!answer?.failed.length) return null;
  return (
    <Notice tone="risk" isOutcome title={t("failed")}>
      <ul>
        {answer.failed.map((one) => (
          <li key={one.name}>{t("failedFile", one)}</li>
        ))}
      </ul>
    </Notice>
  );
}
