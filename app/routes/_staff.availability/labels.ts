import * as availability from "~/i18n/availability";
import * as ownCalendars from "~/i18n/own-calendars";
import { useFormat, useText } from "~/i18n/use-text";

type Labelled = "validFrom" | "validTo" | "reason" | "startAt" | "endAt" | "note" | "on";

/** What a field is called in the list of errors above the page. */
export function useLabels(): (name: string) => string | undefined {
  const t = useText(availability);
  const own = useText(ownCalendars);
  const format = useFormat();
  const plain: Record<Labelled, string> = {
    validFrom: t("week.validFrom"),
    validTo: t("week.validTo"),
    on: t("dates.on"),
    note: t("dates.words"),
    startAt: t("leave.from"),
    endAt: t("leave.to"),
    reason: t("leave.reasonRoom"),
  };
  const limits: Record<string, string> = {
    maxPerDay: t("limits.maxPerDay"),
    maxPerWeek: t("limits.maxPerWeek"),
    bufferBeforeMinutes: t("limits.bufferBeforeMinutes"),
    bufferAfterMinutes: t("limits.bufferAfterMinutes"),
    minimumNoticeMinutes: t("limits.minimumNoticeMinutes"),
    horizonDays: t("limits.horizonDays"),
  };
  const calendars: Record<string, string> = {
    name: own("name"),
    fileName: own("name"),
    address: own("address"),
    file: own("file"),
  };
  return (name) => {
    const [, day, n, end] = /^h\.(\d|date)\.(\d)\.(from|to)$/.exec(name) ?? [];
    if (day === "date" && n) return t(end === "from" ? "dates.start" : "dates.end", { n });
    if (day && n)
      return t(end === "from" ? "week.start" : "week.end", {
        day: format.weekdays()[Number(day) - 1]?.full ?? "",
        n,
      });
    return limits[name] ?? calendars[name] ?? plain[name as Labelled];
  };
}
