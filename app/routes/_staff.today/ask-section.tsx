import * as day from "~/i18n/day";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Asks } from "~/ui/day-list";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { Day } from "./day.server";

const namesIn = (text: string) => text.split("、");

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
                  versus: format.versus(namesIn(one.claimantNames), namesIn(one.respondentNames)),
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
            id: one.sessionId,
            title: t("ask.declined", { number: one.case?.number ?? "" }),
            detail: t("ask.declinedText", {
              when: format.range(one.startAt, one.endAt),
              who: format.list(
                (["claimant", "respondent"] as const).flatMap((side) =>
                  one.case?.[side] === "declined" ? [t(side)] : [],
                ),
              ),
            }),
            acts: (
              <LinkButton href={`/sessions/${one.sessionId}/move`} reading={one.case?.number}>
                {t("ask.move")}
              </LinkButton>
            ),
          })),
        ]}
      />
    </Section>
  );
}
