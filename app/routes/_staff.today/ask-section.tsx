import * as day from "~/i18n/day";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Asks } from "~/ui/day-list";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { sidesOf } from "../_staff.cases_.$id/names";
import type { Day } from "./day.server";

const SIDES = ["claimant", "respondent"] as const;

/** Assignments to answer, and sessions that somebody cannot come to. */
export function AskSection({ page }: { page: Day }) {
  const t = useText(day);
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const count = page.waiting.length + page.declined.length;
  return (
    <Section id="asks" title={t("asks")} note={t("asksNote", { count })}>
      {count === 0 ? <Empty title={t("asksNone")}>{t("asksNoneText")}</Empty> : null}
      <Asks
        asks={[
          ...page.waiting.map((one) => ({
            id: one.assignmentId,
            title: t("ask.accept", { number: one.number }),
            detail: (
              <>
                {t("ask.acceptText", {
                  cause: isZh ? one.cause.zh : one.cause.en,
                  versus: format.versus(...sidesOf(one)),
                  at: format.instantShort(one.offeredAt ?? ""),
                })}{" "}
                {one.dueOn ? <b>{t("ask.acceptDue", { on: format.dateShort(one.dueOn) })}</b> : null}
              </>
            ),
            acts: (
              <LinkButton look="main" href={`/cases/${one.caseId}/accept`} reading={one.number}>
                {t("ask.acceptDo")}
              </LinkButton>
            ),
          })),
          ...page.declined.map((one) => ({
            id: `${one.sessionId} ${one.caseId}`,
            title: t("ask.declined", { number: one.number }),
            detail: t("ask.declinedText", {
              when: format.range(one.startAt, one.endAt),
              who: format.list(SIDES.filter((side) => one[side] === "declined").map((side) => t(side))),
            }),
            acts: (
              <LinkButton href={`/sessions/${one.sessionId}/move`} reading={one.number}>
                {t("ask.move")}
              </LinkButton>
            ),
          })),
        ]}
      />
    </Section>
  );
}
