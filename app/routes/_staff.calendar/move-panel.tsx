import { useEffect, useRef } from "react";
import * as booking from "~/i18n/booking";
import * as day from "~/i18n/day";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { Picked } from "./use-moves";

interface MovePanelProps {
  picked: Picked;
  formKey: string;
  answer?: FormAnswer;
  onCancel: () => void;
}

/** After a block was dropped: from when to when, the reason, and only then the move. */
export function MovePanel({ picked, formKey, answer, onCancel }: MovePanelProps) {
  const [t, tDay, tShell] = [useText(booking), useText(day), useText(shell)];
  const format = useFormat();
  const reason = useRef<HTMLDivElement>(null);
  const { error, value } = fieldsOf(answer);
  // The keyboard stays where the hand is: the next thing to do is to say why.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place asks anew
  useEffect(() => {
    reason.current?.querySelector("input")?.focus();
  }, [picked.startAt, picked.sessionId]);
  return (
    <Section id="move" title={tDay("move.title", { number: picked.numbers })}>
      <p className="gap">
        {format.range(picked.before.startAt, picked.before.endAt)} {picked.before.place} →{" "}
        <b>
          {format.range(picked.startAt, picked.endAt)} {picked.place}
        </b>
      </p>
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="sessionId" value={picked.sessionId} />
        <input type="hidden" name="version" value={picked.version} />
        <input type="hidden" name="startAt" value={picked.startAt} />
        <input type="hidden" name="minutes" value={picked.minutes} />
        <input type="hidden" name="mode" value={picked.mode} />
        <input type="hidden" name="roomId" value={picked.roomId ?? ""} />
        <div ref={reason}>
          <Field
            id="reason"
            label={t("reason")}
            hint={t("reason.moveHint")}
            error={error("reason")}
            errorPrefix={tShell("error")}
          >
            <TextInput name="reason" maxLength={300} defaultValue={value("reason")} required />
          </Field>
        </div>
        <div className="acts">
          <Button look="main">{t("moveDo")}</Button>
          <Button type="button" look="quiet" onClick={onCancel}>
            {t("keepDo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
