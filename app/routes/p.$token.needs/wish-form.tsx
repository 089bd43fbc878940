import { HALVES, type Half } from "~/domain/scheduling/preferred";
import * as absences from "~/i18n/absences";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Form } from "~/ui/router";

interface WishFormProps {
  partyId: string;
  preferences: { readonly weekdays: readonly number[]; readonly halves: readonly Half[] };
  prefix?: string;
  isLarge?: boolean;
}

/** When one would rather meet: weekdays, halves of the day, neither, or both. */
export function WishForm({ partyId, preferences, prefix = "", isLarge }: WishFormProps) {
  const t = useText(absences);
  const format = useFormat();
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="partyId" value={partyId} />
      <Choices
        kind="checkbox"
        id={`${prefix}halves`}
        name="halves"
        legend={t("wish.halves")}
        isLarge={isLarge}
        chosen={preferences.halves}
        choices={HALVES.map((half) => ({ value: half, label: t(`wish.${half}`) }))}
      />
      <Choices
        kind="checkbox"
        id={`${prefix}weekdays`}
        name="weekdays"
        legend={t("wish.weekdays")}
        chosen={preferences.weekdays.map(String)}
        choices={format
          .weekdays()
          .slice(0, 5)
          .map((day, n) => ({ value: String(n + 1), label: day.full }))}
      />
      <p className={isLarge ? "btns" : undefined}>
        <Button isWide={isLarge} name="intent" value="wish">
          {t("wish.save")}
        </Button>
      </p>
    </Form>
  );
}
