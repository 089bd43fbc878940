import { useSearchParams } from "@remix-run/react";
import * as booking from "~/i18n/booking";
import * as slotCodes from "~/i18n/slot-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Funnel } from "~/ui/funnel";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { Picker } from "./picker.server";
import { obstacleWords } from "./slot-words";

/** Why a day is empty, what became of other days, and an answer for any time that somebody asks about. */
export function WhySection({ picker }: { picker: Picker }) {
  const t = useText(booking);
  const locale = useLocale();
  const format = useFormat();
  const { why, whyOthers } = picker;
  const counted = why?.reasons.filter((reason) => reason.starts > 0) ?? [];
  return (
    <Section
      id="why"
      title={t("why")}
      note={why ? t("whyDay", { on: format.dateShort(why.on) }) : t("whyDayNone")}
    >
      {counted.length > 0 ? (
        <Funnel
          steps={[
            ...counted.map((reason, index) => ({
              id: `${reason.code} ${index}`,
              label: obstacleWords(locale, reason.code, reason.who, reason.need),
              count: reason.starts,
            })),
            { id: "kept", label: t("whyKept"), count: 0, isKept: true },
          ]}
        />
      ) : (
        <p className="gap">
          {why?.reasons
            .map((reason) => obstacleWords(locale, reason.code, reason.who, reason.need))
            .join(" ")}
        </p>
      )}
      {whyOthers.length > 0 ? (
        <details className="fold">
          <summary>{t("whyOthers")}</summary>
          <ul className="papers">
            {whyOthers.map((day) => (
              <li key={day.on}>
                <b className="num">{format.dateShort(day.on)}</b>{" "}
                {day.reasons
                  .slice(0, 2)
                  .map((reason) => obstacleWords(locale, reason.code, reason.who, reason.need))
                  .join(locale === "zh-CN" ? "；" : "; ")}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AskForm picker={picker} />
    </Section>
  );
}

function AskForm({ picker }: { picker: Picker }) {
  const [t, code] = [useText(booking), useText(slotCodes)];
  const locale = useLocale();
  const format = useFormat();
  const [search] = useSearchParams();
  const { explained } = picker;
  const kept = [...search].filter(([name]) => name !== "ask");
  return (
    <details className="fold" open={explained !== null}>
      <summary>{t("ask")}</summary>
      <Form method="get" className="form">
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Field id="ask" label={t("askAt")}>
          <TextInput
            type="datetime-local"
            name="ask"
            step={1800}
            defaultValue={picker.wish.ask || `${picker.chosen}T09:00`}
          />
        </Field>
        {explained ? (
          <div role="status">
            <p>
              <b>{t(explained.offered ? "ask.offered" : "ask.not", { at: format.instant(explained.at) })}</b>
            </p>
            <ul className="said">
              {[...explained.conflicts, ...explained.rooms].map((one, index) => {
                const what = obstacleWords(locale, one.code, one.who, one.need);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the answer is read-only and has no ids
                  <li key={index}>
                    {one.until ? t("ask.until", { what, until: format.instantShort(one.until) }) : what}
                  </li>
                );
              })}
              {explained.notSearched.map((one) => (
                <li key={one}>{code(`notSearched.${one}`)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className="acts">
          <Button>{t("askGo")}</Button>
        </div>
      </Form>
    </details>
  );
}
