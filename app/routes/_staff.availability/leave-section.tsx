import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { AvailabilityShown } from "./route";

/** Leave of a person, closings of a room: those to come, and one more. */
export function LeaveSection({ kept, answer: given }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const answer = given?.values.intent === "leave" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  const isRoom = kept.resource.kind === "room";
  return (
    <Section
      id="leave"
      title={t(isRoom ? "leave.titleRoom" : "leave.title")}
      note={t(isRoom ? "leave.noteRoom" : "leave.note")}
    >
      {kept.leave.length === 0 ? <p className="gap">{t("leave.none")}</p> : null}
      <ul className="attn">
        {kept.leave.map((one) => {
          const hasBegun = one.startAt <= kept.now;
          return (
            <li key={one.absenceId}>
              <Form method="post" className="line-form">
                <input type="hidden" name="_key" value={kept.formKey} />
                <input type="hidden" name="absenceId" value={one.absenceId} />
                <span>
                  {format.instant(one.startAt)} — {format.instant(one.endAt)}{" "}
                  {one.reason ? <span className="q">{one.reason}</span> : null}
                </span>
                <Button look="quiet" name="intent" value="endLeave" reading={format.instant(one.startAt)}>
                  {t(hasBegun ? "leave.end" : "leave.cancel")}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
      <details className="fold" open={answer !== undefined}>
        <summary>{t(isRoom ? "leave.addRoom" : "leave.add")}</summary>
        <Form method="post" className="form is-wide" noValidate>
          <input type="hidden" name="_key" value={kept.formKey} />
          <div className="form-row">
            {(["startAt", "endAt"] as const).map((name) => (
              <Field
                key={name}
                id={name}
                label={t(name === "startAt" ? "leave.from" : "leave.to")}
                error={error(name)}
                errorPrefix={tShell("error")}
              >
                <TextInput type="datetime-local" name={name} defaultValue={value(name)} required isNumber />
              </Field>
            ))}
          </div>
          <Field
            id="reason"
            label={t(isRoom ? "leave.reasonRoom" : "leave.reason")}
            error={error("reason")}
            errorPrefix={tShell("error")}
          >
            <TextInput name="reason" maxLength={200} defaultValue={value("reason")} autoComplete="off" />
          </Field>
          <div className="acts">
            <Button name="intent" value="leave">
              {t("leave.save")}
            </Button>
          </div>
        </Form>
      </details>
    </Section>
  );
}
