import * as availability from "~/i18n/availability";
import { useFormat, useText } from "~/i18n/use-text";
import { type Fact, Facts } from "~/ui/facts";
import { Section, Sheet } from "~/ui/section";
import { Sub } from "~/ui/table";
import { partsText } from "../_staff/minutes";
import { availabilityHref } from "./address";
import type { AvailabilityShown } from "./route";

type Day = NonNullable<AvailabilityShown["day"]>;

/** One day in the order in which the engine looks at it, ending with what is left. */
export function ExplainSection({ kept, day }: { kept: AvailabilityShown; day: Day }) {
  const t = useText(availability);
  const format = useFormat();
  const isRoom = kept.resource.kind === "room";
  const parts = (list: Day["free"]) => (list.length ? partsText(list, format.list) : t("explain.nothing"));
  const isMakeup = day.court.working && day.court.weekday !== (new Date(`${day.on}T00:00Z`).getUTCDay() || 7);
  const cap = (key: "explain.capDay" | "explain.capWeek", { taken, most }: Day["caps"]["day"]) =>
    most === null ? null : `${t(key, { taken, most })}${taken >= most ? ` (${t("explain.capFull")})` : ""}`;
  const caps = [cap("explain.capDay", day.caps.day), cap("explain.capWeek", day.caps.week)].filter(
    (one) => one !== null,
  );
  const facts: Fact[] = [
    {
      term: t("explain.court"),
      value: (
        <>
          {day.court.working ? parts(day.court.open) : t("explain.rest")}
          {isMakeup ? (
            <Sub>
              {t("explain.makeup", { weekday: format.weekdays()[day.court.weekday - 1]?.full ?? "" })}
            </Sub>
          ) : null}
          {day.court.provisional ? <Sub>{t("days.provisional")}</Sub> : null}
        </>
      ),
    },
    {
      term: t(isRoom ? "explain.ownRoom" : "explain.own"),
      value: (
        <>
          {parts(day.own.hours)} ·
          <Sub>
            {t(`explain.source.${day.own.source}`)} {day.own.note}
          </Sub>
        </>
      ),
    },
    { term: t("explain.away"), value: parts(day.away) },
    {
      term: t("explain.busy"),
      value: (
        <>
          {parts(day.busy)}
          {day.gapMinutes ? <Sub>{t("explain.gap", { minutes: day.gapMinutes })}</Sub> : null}
        </>
      ),
    },
    { term: t("explain.caps"), value: caps.length ? format.list(caps) : t("explain.capNone") },
    { term: t("explain.earliest"), value: format.instant(day.earliestAt) },
    ...(day.latestOn ? [{ term: t("explain.latest"), value: format.date(day.latestOn) }] : []),
    {
      term: t("explain.free"),
      value: <b>{day.isPast ? t("explain.past") : parts(day.free)}</b>,
    },
  ];
  return (
    <Section
      id="explain"
      title={t("explain.title", { on: format.date(day.on) })}
      note={t("explain.note")}
      end={{
        href: availabilityHref(kept.resource.isOwn ? undefined : kept.resource.resourceId),
        label: t("explain.close"),
      }}
    >
      <Sheet className="gap" isPadded>
        <Facts facts={facts} />
      </Sheet>
    </Section>
  );
}
