import * as taskPage from "~/i18n/task-page";
import * as tasks from "~/i18n/tasks";
import { useFormat, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import { MARK_TONES, useTaskWords } from "../_staff.tasks/task-words";
import type { TaskPage } from "./route";

/** What happened, about which case, and by when; of one that is done, how it ended. */
export function TaskFacts({ shown }: { shown: TaskPage }) {
  const [t, say] = [useText(taskPage), useText(tasks)];
  const words = useTaskWords();
  const format = useFormat();
  const { task } = shown;
  const [reason, effect] = [words.reason(task), words.effect(task.effect)];
  const facts = [
    {
      term: t("case"),
      value:
        task.number && task.case_id ? (
          <Numeral href={`/cases/${task.case_id}`}>{task.number}</Numeral>
        ) : (
          t("none")
        ),
    },
    ...(shown.notice && task.name ? [{ term: t("recipient"), value: task.name }] : []),
    ...(reason ? [{ term: t(shown.message ? "message.why" : "reason"), value: reason }] : []),
    ...(effect ? [{ term: t("deed.what"), value: effect }] : []),
    ...(task.start_at && !shown.proposal && !shown.conflict
      ? [{ term: t("session"), value: format.instant(task.start_at) }]
      : []),
    ...(task.kind === "mailboxDown" || task.kind === "tooLargeMail"
      ? [{ term: t("whatNext"), value: say(`next.${task.kind}`) }]
      : []),
    { term: t("since"), value: format.instant(task.opened_at) },
    task.done_at
      ? {
          term: t("endedAs"),
          value: say("done", {
            at: format.instant(task.done_at),
            name: words.doneBy(task.done_by),
            how: words.end(task),
          }),
        }
      : {
          term: t("due"),
          value: (
            <>
              {format.date(task.dueOn)}{" "}
              {task.mark && task.mark !== "open" ? (
                <Status tone={MARK_TONES[task.mark]}>{words.mark(task)}</Status>
              ) : null}
            </>
          ),
        },
  ];
  return (
    <Section title={t("happened")}>
      <Facts isPadded facts={facts} />
    </Section>
  );
}
