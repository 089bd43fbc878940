import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import type { FormAnswer } from "../_staff/refusal.server";
import type { Picker } from "./picker.server";
import { SlotSection } from "./slot-section";

interface PickFormProps {
  picker: Picker;
  formKey: string;
  answer?: FormAnswer;
  note: ReactNode;
  /** The first is the main one. */
  acts: readonly { intent: string; label: string }[];
  aside?: ReactNode;
  /** What else the act needs, such as a reason. */
  children?: ReactNode;
}

/** The list of times with the buttons that take one. */
export function PickForm({ picker, formKey, answer, note, acts, aside, children }: PickFormProps) {
  return (
    <Form method="post" className="sec" id="slot" aria-labelledby="slot-h" noValidate>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="minutes" value={picker.minutes} />
      <input type="hidden" name="mode" value={picker.mode} />
      {picker.wish.with.map((id) => (
        <input key={id} type="hidden" name="with" value={id} />
      ))}
      <SlotSection picker={picker} chosen={picker.wish.slot || answer?.values.slot}>
        {children}
        <div className="hold">
          <p>{note}</p>
          <div className="acts">
            {acts.map(({ intent, label }, index) => (
              <Button key={intent} name="intent" value={intent} look={index === 0 ? "main" : undefined}>
                {label}
              </Button>
            ))}
            {aside}
          </div>
        </div>
      </SlotSection>
    </Form>
  );
}
