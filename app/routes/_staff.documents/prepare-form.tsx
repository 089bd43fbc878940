import { BATCH_KINDS } from "~/domain/documents/batch-kinds";
import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { BatchesShown } from "./route";

/** Which document, for which cases. What came along from the list of cases needs no numbers. */
export function PrepareForm({ shown, answer }: { shown: BatchesShown; answer: FormAnswer | undefined }) {
  const [t, code, tShell] = [useText(batches), useText(documentCodes), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const { ids, filter, seriesId } = shown.from;
  return (
    <Section id="prepare" title={t("prepare")}>
      <Form method="post" className="form gap">
        <input type="hidden" name="_key" value={shown.formKey} />
        <Field id="kind" label={t("kind")} error={error("kind")} errorPrefix={errorPrefix}>
          <Select
            name="kind"
            defaultValue={value("kind")}
            options={BATCH_KINDS.map((kind) => ({ value: kind, label: code(`kind.${kind}`) }))}
          />
        </Field>
        {ids.map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {filter && !ids.length ? <input type="hidden" name="filter" value={filter} /> : null}
        {seriesId ? <input type="hidden" name="seriesId" value={seriesId} /> : null}
        {filter || seriesId ? null : (
          <>
            <Field
              id="numbers"
              label={t("numbers")}
              hint={t("numbersHint")}
              error={error("numbers")}
              errorPrefix={errorPrefix}
            >
              <TextArea name="numbers" rows={6} spellCheck={false} defaultValue={value("numbers")} />
            </Field>
            {shown.imports.length > 0 ? (
              <Field
                id="importId"
                label={t("importRun")}
                hint={t("orImport")}
                error={error("importId")}
                errorPrefix={errorPrefix}
              >
                <Select
                  name="importId"
                  defaultValue={value("importId")}
                  options={[
                    { value: "", label: t("importNone") },
                    ...shown.imports.map((run) => ({
                      value: run.runId,
                      label: t("importOption", { name: run.name, count: run.good }),
                    })),
                  ]}
                />
              </Field>
            ) : null}
          </>
        )}
        <div className="acts">
          <Button look="main">{t("preview")}</Button>
        </div>
      </Form>
    </Section>
  );
}
