import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import * as booking from "~/i18n/booking";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Columns } from "~/ui/page";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { OtherTimes } from "../_staff/other-times";
import type { FormAnswer } from "../_staff/refusal.server";
import { MonthSection } from "../_staff.cases_.$id_.book/month-section";
import { NoTime } from "../_staff.cases_.$id_.book/no-time";
import { useOverrideLabels } from "../_staff.cases_.$id_.book/override-form";
import { PickForm } from "../_staff.cases_.$id_.book/pick-form";
import type { Picker } from "../_staff.cases_.$id_.book/picker.server";
import { WayFields } from "../_staff.cases_.$id_.book/way-fields";
import { WhySection } from "../_staff.cases_.$id_.book/why-section";
import { alternativeHref } from "../_staff.cases_.$id_.book/wish";

interface NewTimeProps {
  picker: Picker;
  caseId: string;
  /** The version of the session that the page has seen. */
  version: number;
  formKey: string;
  answer?: FormAnswer;
  act: { intent: string; label: string };
  /** Beside the button. */
  aside?: ReactNode;
  /** Above the month. */
  before?: ReactNode;
  /** Below the times. */
  children?: ReactNode;
}

/** What was wrong with a new time, and the free ones nearest to it. */
export function NewTimeErrors({ answer }: { answer?: FormAnswer }) {
  const [search] = useSearchParams();
  const t = useText(booking);
  const overridden = useOverrideLabels(answer);
  const labels: Record<string, string> = { slot: t("slots.legend"), reason: t("reason"), ...overridden };
  return (
    <>
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <OtherTimes
        times={answer?.alternatives ?? []}
        hrefOf={(value, startAt) => alternativeHref(search, value, startAt)}
      />
    </>
  );
}

/** Another time for cases that have a session: the picker, what the way of meeting asks for, and the reason. */
export function NewTime({ picker, caseId, version, formKey, answer, act, ...beside }: NewTimeProps) {
  const [t, tShell] = [useText(booking), useText(shell)];
  const { error, value } = fieldsOf(answer);
  return (
    <>
      {picker.total === 0 ? <NoTime picker={picker} caseId={caseId} /> : null}
      <Columns kind="slot">
        <div>
          {beside.before}
          <MonthSection picker={picker} />
        </div>
        <div>
          <PickForm
            picker={picker}
            formKey={formKey}
            answer={answer}
            note={t("moveNote")}
            acts={[act]}
            aside={beside.aside}
          >
            <input type="hidden" name="version" value={version} />
            <WayFields picker={picker} answer={answer} />
            <div className="gap">
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
          </PickForm>
          {beside.children}
          <WhySection picker={picker} />
        </div>
      </Columns>
    </>
  );
}
