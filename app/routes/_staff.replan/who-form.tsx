import * as replan from "~/i18n/replan";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { nameIn } from "../_staff.cases_.$id/names";
import type { ReplanShown } from "./route";

/** Who is away, and from when until when; asking changes nothing. */
export function WhoForm({ shown }: { shown: ReplanShown }) {
  const t = useText(replan);
  const locale = useLocale();
  return (
    <Form method="get" className="form-row gap">
      <Field id="who" label={t("who")}>
        <select className="in" id="who" name="who" defaultValue={shown.chosen.who} required>
          <optgroup label={t("mediators")}>
            {shown.mediators.map((one) => (
              <option key={one.id} value={`mediator:${one.id}`}>
                {nameIn(locale, one)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("rooms")}>
            {shown.rooms.map((one) => (
              <option key={one.id} value={`room:${one.id}`}>
                {nameIn(locale, one)}
              </option>
            ))}
          </optgroup>
        </select>
      </Field>
      <Field id="from" label={t("from")}>
        <TextInput type="datetime-local" name="from" defaultValue={shown.chosen.from} required isNumber />
      </Field>
      <Field id="to" label={t("to")}>
        <TextInput type="datetime-local" name="to" defaultValue={shown.chosen.to} required isNumber />
      </Field>
      <Button>{t("preview")}</Button>
    </Form>
  );
}
