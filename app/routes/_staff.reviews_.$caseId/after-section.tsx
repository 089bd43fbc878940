import type { Stage } from "~/domain/cases/stages";
import * as reviewClosing from "~/i18n/review-closing";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Numeral } from "~/ui/table";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { ClosingForms } from "./closing-forms";
import { ReceiptForms } from "./receipt-forms";
import type { ReviewShown } from "./review.server";
import { ServicePart } from "./service-part";

export interface AfterProps {
  shown: ReviewShown;
  answer?: FormAnswer;
  formKey: string;
}
export type Decision = ReviewShown["decisions"][number];

const AFTER: readonly Stage[] = [
  "confirmed",
  "dismissed",
  "statementIssued",
  "statementEffective",
  "closed",
  "archived",
];

/** After the decision: the document and its number, service on every party, receipt, closing. */
export function AfterSection(props: AfterProps) {
  const t = useText(reviewClosing);
  const { shown } = props;
  const decision = shown.decisions.filter((one) => one.kind !== "return").at(-1);
  const statement = shown.documents.filter((one) => one.kind === "statement").at(-1);
  const documentId = decision?.documentId ?? statement?.documentId;
  if (!documentId || !AFTER.includes(shown.header.stage)) return null;
  const isStatement = statement?.documentId === documentId;
  return (
    <Section id="after" title={t("after")} note={t("afterNote")} className="after">
      <div className="sheet steps-row">
        <Ruling {...props} documentId={documentId} decision={decision} />
        {isStatement ? <ReceiptForms {...props} /> : <ServicePart {...props} documentId={documentId} />}
        <ClosingForms {...props} />
      </div>
    </Section>
  );
}

type RulingProps = AfterProps & { documentId: string; decision?: Decision };

function Ruling({ shown, answer, formKey, documentId, decision }: RulingProps) {
  const [t, tShell] = [useText(reviewClosing), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const document = shown.documents.find((one) => one.documentId === documentId);
  const number = decision?.number ?? document?.number;
  return (
    <div>
      <h3>{t("ruling")}</h3>
      {document ? (
        <p>
          <a href={`/api/v1/files/${document.fileId}`} download>
            {document.title}
          </a>{" "}
          <span className="q">.docx · {format.instantShort(document.createdAt)}</span>
        </p>
      ) : null}
      {number ? (
        <p>
          <b>
            <Numeral>{number}</Numeral>
          </b>
        </p>
      ) : shown.mayIssue && decision ? (
        <Form method="post" className="form" key={shown.formState}>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="intent" value="enterDocumentNumber" />
          <input type="hidden" name="documentId" value={documentId} />
          <Field
            id="number"
            label={t("number")}
            hint={t("numberHint")}
            error={error("number")}
            errorPrefix={tShell("error")}
          >
            <TextInput name="number" autoComplete="off" defaultValue={value("number")} />
          </Field>
          <div className="acts">
            <Button>{t("numberSave")}</Button>
          </div>
        </Form>
      ) : (
        <p className="hint">{t("numberMissing")}</p>
      )}
    </div>
  );
}
