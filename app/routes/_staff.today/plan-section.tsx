import * as day from "~/i18n/day";
import * as sessionCodes from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { type DayEntry, DayList } from "~/ui/day-list";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import { Numeral } from "~/ui/table";
import type { Day } from "./day.server";

const REPLIES = {
  needsAction: "wait",
  accepted: "done",
  declined: "no",
  tentative: "part",
} as const satisfies Record<string, Tone>;
const minutesBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** The day's sessions with both sides' lights, and what lies free between them. */
export function PlanSection({ page }: { page: Day }) {
  const [t, code] = [useText(day), useText(sessionCodes)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
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
        title: one.case ? (
          <Numeral href={`/cases/${one.case.caseId}`}>{one.case.number}</Numeral>
        ) : (
          t("other")
        ),
        detail: (
          <>
            {[
              one.case
                ? format.versus(one.case.claimantNames.split("、"), one.case.respondentNames.split("、"))
                : null,
              isZh ? one.cause?.zh : one.cause?.en,
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
        lights: one.case
          ? (["claimant", "respondent"] as const).map((side) => {
              const reply = one.case?.[side] ?? "needsAction";
              return { id: side, who: t(side), tone: REPLIES[reply], word: t(`reply.${reply}`) };
            })
          : undefined,
        acts: one.case ? (
          <LinkButton
            href={one.held ? `/sessions/${one.sessionId}/confirm` : `/sessions/${one.sessionId}`}
            icon="file"
            reading={one.case.number}
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
