import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { PartProps } from "./route";

interface NoteFormProps extends PartProps {
  how: "done" | "nothing" | "kept" | "noObstacle";
  label: string;
  act: string;
}

/** Ends the task with a few words. */
export function NoteForm({ shown, answer, how, label, act }: NoteFormProps) {
  const errorPrefix = useText(shell)("error");
  const intent = `close.${how}`;
  const own = answer?.values.intent === intent ? answer : undefined;
  const { error, value } = fieldsOf(own);
  return (
    <Form method="post" className="form gap" noValidate>
      <input type="hidden" name="_key" value={`${shown.formKey}-close`} />
      {/* The summary of errors leads to the field of the form that was sent. */}
      <Field id={own ? "note" : `note-${how}`} label={label} error={error("note")} errorPrefix={errorPrefix}>
        <TextInput name="note" maxLength={300} autoComplete="off" defaultValue={value("note")} />
      </Field>
      <div className="acts">
        <Button name="intent" value={intent}>
          {act}
        </Button>
      </div>
    </Form>
  );
}
