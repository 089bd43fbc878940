import { FACILITIES } from "~/domain/scheduling/needs";
import * as availability from "~/i18n/availability";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { AvailabilityShown } from "./route";

/** What is in a room: who needs it is given no room without. */
export function FacilitiesForm({
  kept,
  facilities,
}: {
  kept: AvailabilityShown;
  facilities: readonly string[];
}) {
  const t = useText(availability);
  return (
    <Section id="facilities" title={t("facilities.title")} note={t("facilities.note")}>
      <Form method="post" className="form gap">
        <input type="hidden" name="_key" value={kept.formKey} />
        <Choices
          kind="checkbox"
          id="facility"
          name="facilities"
          legend={t("facilities.legend")}
          choices={FACILITIES.map((code) => ({ value: code, label: t(`facility.${code}`) }))}
          chosen={facilities}
        />
        <div className="acts">
          <Button name="intent" value="facilities">
            {t("facilities.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
