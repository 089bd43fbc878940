import * as people from "~/i18n/session-people";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { nameIn } from "../_staff.cases_.$id/names";
import type { PeopleShown } from "./route";

/** A lawyer of the roster for this one session. */
export function AddLawyer({ shown }: { shown: PeopleShown }) {
  const t = useText(people);
  const locale = useLocale();
  return (
    <Section id="add" title={t("add")} note={t("addNote")}>
      {shown.lawyers.every((one) => !one.isFree) ? (
        <p className="gap">{t("none")}</p>
      ) : (
        <Form method="post" className="form-row gap">
          <input type="hidden" name="_key" value={shown.formKey} />
          <input type="hidden" name="version" value={shown.version} />
          <Field id="resourceId" label={t("addWho")}>
            <Select
              name="resourceId"
              options={shown.lawyers.map((one) => ({
                value: one.id,
                label: [nameIn(locale, one), one.firm, one.isFree ? null : t("notFree")]
                  .filter(Boolean)
                  .join(" · "),
                isDisabled: !one.isFree,
              }))}
            />
          </Field>
          <Button name="intent" value="add">
            {t("addDo")}
          </Button>
        </Form>
      )}
    </Section>
  );
}
