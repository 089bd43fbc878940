import { Fragment } from "react";
import * as day from "~/i18n/day";
import { overrideTexts } from "~/i18n/override-text";
import * as sessionCodes from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { type DayEntry, DayList } from "~/ui/day-list";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import { useSideLights } from "../_staff.calendar/side-lights";
import { sidesOf } from "../_staff.cases_.$id/names";
import type { Day } from "./day.server";

const minutesBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** The day's sessions with both sides' lights, and what lies free between them. */
export function PlanSection({ page }: { page: Day }) {
  const [t, code] = [useText(day), useText(sessionCodes)];
  const format = useFormat();
  const locale = useLocale();
  const lightsOf = useSideLights();
  const isZh = locale === "zh-CN";
  const entries = page.sessions.flatMap((one, index): DayEntry[] => {
    const place = (isZh ? one.roomName : one.roomNameEn) ?? code(`mode.${one.mode}`);
    const earlier = page.sessions[index - 1];
    const free = earlier ? minutesBetween(earlier.endAt, one.startAt) : 0;
    const gap: DayEntry[] =
      earlier && free > 0
        ? [
            {
              id: `gap ${one.sessionId}`,
              from: format.time(earlier.endAt),
              to: format.time(one.startAt),
              gap: t("gap", { duration: format.duration(free) }),
            },
          ]
        : [];
    return [
      ...gap,
      {
        id: one.sessionId,
        from: format.time(one.startAt),
        to: format.time(one.endAt),
        title:
          one.cases.length > 0
            ? one.cases.map((each, at) => (
                <Fragment key={each.caseId}>
                  {at > 0 ? (isZh ? "、" : ", ") : null}
                  <Numeral href={`/cases/${each.caseId}`}>{each.number}</Numeral>
                </Fragment>
              ))
            : t("other"),
        detail: (
          <>
            {[
              ...one.cases.map((each) => format.versus(...sidesOf(each))),
              ...one.causes.map((cause) => (isZh ? cause.zh : cause.en)),
              place,
              one.caseCount > 1 ? t("more", { count: one.caseCount }) : null,
            ]
              .filter(Boolean)
              .join(isZh ? "，" : ", ")}{" "}
            {one.status === "planned" && !one.held ? null : (
              <Status
                tone={
                  one.held ? "part" : one.status === "open" ? "now" : one.status === "held" ? "done" : "no"
                }
              >
                {one.held ? code("booking.held") : code(`session.${one.status}`)}
              </Status>
            )}
          </>
        ),
        notes: overrideTexts(locale, one.overrides),
        lights: one.cases.length ? lightsOf(one.cases) : undefined,
        acts: one.cases.length ? (
          <LinkButton
            href={one.held ? `/sessions/${one.sessionId}/confirm` : `/sessions/${one.sessionId}`}
            icon="file"
            reading={format.list(one.cases.map((each) => each.number))}
          >
            {t("workspace")}
          </LinkButton>
        ) : undefined,
      },
    ];
  });
  return (
    <Section
      id="plan"
      title={page.on === page.today ? t("plan") : t("planOn", { on: format.dateShort(page.on) })}
      note={t("planNote")}
    >
      {entries.length === 0 ? (
        <Empty title={t("planNone")}>{t("planNoneText")}</Empty>
      ) : (
        <DayList entries={entries} />
      )}
    </Section>
  );
}
