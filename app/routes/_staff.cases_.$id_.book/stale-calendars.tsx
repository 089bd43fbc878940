import * as ownCalendars from "~/i18n/own-calendars";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import type { Picker } from "./picker.server";

/** Beside the times: whose own calendar is not known as it stands today, so that nobody takes them for surer than they are. */
export function StaleCalendars({ calendars }: { calendars: Picker["staleCalendars"] }) {
  const t = useText(ownCalendars);
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  if (calendars.length === 0) return null;
  return (
    <Notice tone="risk">
      {calendars.map((one) => {
        const name = isZh ? one.label : one.labelEn || one.label;
        return (
          <p key={one.label}>
            {one.readAt
              ? t("staleSlot", { name, at: format.instantShort(one.readAt) })
              : t("unreadSlot", { name })}
          </p>
        );
      })}
    </Notice>
  );
}
