import * as ways from "~/i18n/booking-ways";
import { useText } from "~/i18n/use-text";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";

/** In a joint session 集中调解: whether the cases' people come one after the other. */
export function StaggerField() {
  const t = useText(ways);
  return (
    <div className="gap">
      <Field id="stagger" label={t("stagger")} hint={t("staggerHint")}>
        <Select
          name="stagger"
          defaultValue="even"
          options={(["even", "none"] as const).map((one) => ({ value: one, label: t(`stagger.${one}`) }))}
        />
      </Field>
    </div>
  );
}
