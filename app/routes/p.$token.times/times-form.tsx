import * as times from "~/i18n/party-times";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Form } from "~/ui/router";
import { placeOf, type Where } from "./place";

/** What a refused answer comes back with: the words, the field they belong to, and what was entered. */
export type Refused = {
  message: string;
  fieldId: "choices" | "reason" | null;
  choices: string[];
  reason: string;
};

interface TimesFormProps {
  offer: {
    until: string;
    chosen: readonly string[] | null;
    slots: readonly ({ key: string; startAt: string; endAt: string; isOver: boolean } & Where)[];
  };
  address: string;
  failed: Refused | undefined;
}

/**
 * The times as boxes to tick, and the way to say that none will do. Two forms, so that "none" never goes out with boxes
 * that are still ticked.
 */
export function TimesForm({ offer, address, failed }: TimesFormProps) {
  const [t, say] = [useText(times), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const { chosen } = offer;
  const until = format.instant(offer.until);
  const ahead = offer.slots.filter((slot) => !slot.isOver);
  const errorAt = (name: Refused["fieldId"]) => (failed?.fieldId === name ? failed.message : undefined);
  return (
    <>
      <section aria-labelledby="h-times">
        <h2 id="h-times" className={chosen ? undefined : "sr"}>
          {chosen ? t("change") : t("title")}
        </h2>
        <p>{chosen ? t("changeHint", { until }) : t("until", { until })}</p>
        <Form method="post" className="form mt" key={chosen?.join() ?? "first"}>
          <Choices
            kind="checkbox"
            isLarge
            id="choices"
            name="choices"
            legend={t("times")}
            hint={ahead.length < offer.slots.length ? t("someOver") : undefined}
            error={errorAt("choices")}
            errorPrefix={say("error")}
            chosen={failed?.choices ?? chosen ?? []}
            choices={ahead.map((slot) => ({
              value: slot.key,
              label: format.range(slot.startAt, slot.endAt),
              hint: placeOf(slot, locale, address, t),
            }))}
          />
          <p className="btns">
            <Button type="submit" name="answer" value="suit" look="main" isWide>
              {chosen ? t("changeGo") : t("suit")}
            </Button>
          </p>
        </Form>
      </section>
      {chosen?.length === 0 ? null : (
        <section aria-labelledby="h-none">
          <h2 id="h-none">{t("none")}</h2>
          <Form method="post" className="form">
            <Field id="reason" label={t("noneReason")} error={errorAt("reason")} errorPrefix={say("error")}>
              <TextArea name="reason" maxLength={300} rows={3} defaultValue={failed?.reason} />
            </Field>
            <p className="btns">
              <Button type="submit" name="answer" value="none" isWide>
                {t("noneGo")}
              </Button>
            </p>
          </Form>
        </section>
      )}
    </>
  );
}
