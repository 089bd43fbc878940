import * as people from "~/i18n/session-people";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { nameIn } from "../_staff.cases_.$id/names";
import type { PeopleShown } from "./route";

/** Who need not come this time; asked after all, his time is judged like any booking. */
export function ExcusedList({ shown }: { shown: PeopleShown }) {
  const t = useText(people);
  const locale = useLocale();
  if (shown.excused.length === 0) return null;
  return (
    <Section id="excused" title={t("excused.title")}>
      <ul className="attn">
        {shown.excused.map((one) => (
          <li key={one.resourceId}>
            <Form method="post" className="line-form">
              <input type="hidden" name="_key" value={shown.formKey} />
              <input type="hidden" name="resourceId" value={one.resourceId} />
              <input type="hidden" name="version" value={shown.version} />
              <span>{nameIn(locale, one)}</span>
              {shown.isOn ? (
                <Button look="quiet" name="intent" value="add" reading={nameIn(locale, one)}>
                  {t("bringBack")}
                </Button>
              ) : null}
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
