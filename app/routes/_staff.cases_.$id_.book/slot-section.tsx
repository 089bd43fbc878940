import type { ReactNode } from "react";
import { daysBetween } from "~/domain/cases/calendar";
import * as booking from "~/i18n/booking";
import * as session from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { SlotList } from "~/ui/slot-list";
import type { Picker } from "./picker.server";
import { rankWords, sentenceOf } from "./slot-words";
import { StaleCalendars } from "./stale-calendars";

/** A slot as a form sends it: its start and the room the engine chose. */
export const slotValue = (slot: { startAt: string; roomId: string | null }) =>
  `${slot.startAt}|${slot.roomId ?? ""}`;

/** The times of the chosen day, or the best of all days to offer, each with the sentence that ranks it. */
export function SlotSection({
  picker,
  chosen,
  children,
}: {
  picker: Picker;
  chosen?: string;
  children: ReactNode;
}) {
  const [t, code] = [useText(booking), useText(session)];
  const locale = useLocale();
  const format = useFormat();
  const { slots, wish, dueOn } = picker;
  const placeOf = (slot: Picker["slots"][number]) => {
    const room = slot.room ? (locale === "zh-CN" ? slot.room.label : slot.room.labelEn) : "";
    return room || code(`mode.${picker.mode}`);
  };
  const left = (on: string) => {
    if (!dueOn) return [];
    const count = daysBetween(on, dueOn);
    return [count > 0 ? t("reason.beforeDue", { count }) : t("reason.lastDay")];
  };
  return (
    <>
      <div className="sec-h">
        <h2 id="slot-h">{wish.isOffer ? t("offerTitle") : format.date(picker.chosen)}</h2>
        <p>{wish.isOffer ? t("offerNote") : t("slots.note", { count: slots.length })}</p>
        <Anchor className="end" href="#month-h">
          {t("slots.other")}
        </Anchor>
      </div>
      <StaleCalendars calendars={picker.staleCalendars} />
      {slots.length === 0 ? (
        <Empty title={t("slots.none")}>{t("slots.noneText")}</Empty>
      ) : (
        <SlotList
          name="slot"
          legend={t("slots.legend")}
          isMany={wish.isOffer}
          chosen={chosen ? [chosen] : slots.slice(0, wish.isOffer ? 3 : 1).map(slotValue)}
          slots={slots.map((slot, index) => ({
            value: slotValue(slot),
            time: wish.isOffer ? (
              <>
                {format.dateShort(slot.on)}
                <br />
                {format.timeRange(slot.startAt, slot.endAt)}
              </>
            ) : (
              format.timeRange(slot.startAt, slot.endAt)
            ),
            place: placeOf(slot),
            reason: sentenceOf(locale, [
              t("reason.free"),
              ...rankWords(locale, slot.reasons),
              ...left(slot.on),
            ]),
            mark:
              index === 0
                ? { tone: "now" as const, word: t("slots.first") }
                : slot.provisional
                  ? { tone: "part" as const, word: t("slots.provisional") }
                  : undefined,
          }))}
        />
      )}
      {slots.length > 0 ? children : null}
    </>
  );
}
