import * as reviewClosing from "~/i18n/review-closing";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Anchor, Form } from "~/ui/router";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import { stageTone } from "../_staff.cases/row-words";
import type { AfterProps } from "./after-section";
import { chanceOf } from "./chance";

/** The last step: closing, then the archive; other ways on are on the case's own page. */
export function ClosingForms({ shown, answer, formKey }: AfterProps) {
  const [t, tShell, stage] = [useText(reviewClosing), useText(shell), useText(stages)];
  const close = chanceOf(shown, "closeCase");
  const archive = chanceOf(shown, "archiveCase");
  const { error, value } = fieldsOf(answer);
  const isClosing = value("intent") === "closeCase";
  return (
    <div>
      <h3>{t("close")}</h3>
      <p>
        <Status tone={stageTone(shown.header.stage)}>{stage(shown.header.stage)}</Status>
      </p>
      {close?.why === null ? (
        <Form method="post" className="form mt" key={shown.formState}>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="next" value={shown.queue.next ?? ""} />
          <input type="hidden" name="intent" value="closeCase" />
          <Field
            id={isClosing ? "reason" : "close-reason"}
            label={t("closeReason")}
            error={isClosing ? error("reason") : undefined}
            errorPrefix={tShell("error")}
          >
            <TextInput name="reason" maxLength={500} defaultValue={isClosing ? value("reason") : undefined} />
          </Field>
          <div className="acts">
            <Button look="final">{t("close")}</Button>
          </div>
        </Form>
      ) : null}
      {archive?.why === null ? (
        <Form method="post" className="form mt">
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="intent" value="archiveCase" />
          <p className="hint">{t("archiveText")}</p>
          <div className="acts">
            <Button look="final">{t("archive")}</Button>
          </div>
        </Form>
      ) : null}
      {[close, archive].map((one) =>
        one?.why ? (
          <p className="hint mt" key={one.event}>
            {one.why} {one.missing.join(" ")}
          </p>
        ) : null,
      )}
      <p className="hint mt">
        <Anchor href={`/cases/${shown.header.caseId}`}>{t("otherWays")}</Anchor>
      </p>
    </div>
  );
}
