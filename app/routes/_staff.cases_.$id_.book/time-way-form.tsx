import { TIME_WAYS, type TimeWay } from "~/domain/scheduling/time-way";
import * as ways from "~/i18n/booking-ways";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";

interface TimeWayFormProps {
  formKey: string;
  /** Null: as the court does. */
  caseWay: TimeWay | null;
  courtWay: TimeWay;
}

/** Whether this case's times are set and notified, or offered to both sides. */
export function TimeWayForm({ formKey, caseWay, courtWay }: TimeWayFormProps) {
  const t = useText(ways);
  return (
    <details className="fold">
      <summary>{t("way")}</summary>
      <Form method="post" className="form-row">
        <input type="hidden" name="_key" value={formKey} />
        <Field id="way" label={t("way")}>
          <Select
            name="way"
            blank={t("way.court", { way: t(`way.${courtWay}`) })}
            defaultValue={caseWay ?? ""}
            options={TIME_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          />
        </Field>
        <Button name="intent" value="way">
          {t("wayDo")}
        </Button>
      </Form>
    </details>
  );
}
