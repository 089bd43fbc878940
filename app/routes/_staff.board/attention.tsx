import * as board from "~/i18n/board";
import * as taskWords from "~/i18n/tasks";
import { useFormat, useText } from "~/i18n/use-text";
import { Attention } from "~/ui/day-list";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import { SoonList } from "../_staff.calendar/soon-list";
import type { BoardShown } from "./board.server";

const KINDS = [
  "bounced",
  "silent",
  "counterProposal",
  "mailboxDown",
  "unmatchedMail",
  "tooLargeMail",
  "calendarConflict",
  "deadLetter",
] as const;

/** The left column: what runs out, who has not answered, what did not arrive. */
export function AttentionSections({ shown }: { shown: BoardShown }) {
  const [t, say] = [useText(board), useText(taskWords)];
  const format = useFormat();
  const { clocks, soon, tasks } = shown;
  return (
    <>
      <Section id="clocks" title={t("clocks")} note={t("clocksNote", { count: clocks.total })}>
        {clocks.rows.length === 0 ? <p className="hint gap">{t("clocksNone")}</p> : null}
        <Attention
          items={clocks.rows.map((one) => ({
            id: one.clockId,
            line: (
              <>
                <Numeral href={`/cases/${one.caseId}`}>{one.number}</Numeral>{" "}
                <Status tone={one.tone === "over" ? "over" : one.tone === "paused" ? "wait" : "risk"}>
                  {format.daysLeft(one.daysLeft)}
                </Status>
              </>
            ),
            why: format.date(one.dueOn),
          }))}
        />
        {clocks.total > clocks.rows.length ? (
          <p className="more">
            <Anchor href="/cases?sort=due">{t("clocksAll")}</Anchor>
          </p>
        ) : null}
      </Section>
      <Section id="soon" title={t("soon")} note={t("soonNote", { count: soon.length })}>
        {soon.length === 0 ? <p className="hint gap">{t("soonNone")}</p> : null}
        <SoonList entries={soon} hrefOf={(one) => `/sessions/${one.sessionId}/people`} />
      </Section>
      {tasks ? (
        <Section id="tasks" title={t("tasks")} end={{ href: "/tasks", label: t("tasksAll") }}>
          {tasks.total === 0 ? (
            <p className="hint gap">{t("tasksNone")}</p>
          ) : (
            <ul className="link-list gap">
              {KINDS.filter((kind) => tasks.counts[kind] > 0).map((kind) => (
                <li key={kind}>
                  <Anchor href={`/tasks?kind=${kind}`}>
                    {t("taskKind", { kind: say(`kind.${kind}`), count: tasks.counts[kind] })}
                  </Anchor>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
    </>
  );
}
